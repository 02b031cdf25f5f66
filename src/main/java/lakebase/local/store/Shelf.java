package lakebase.local.store;

import java.util.Locale;

/** The ordered maps of a {@link Ledger}: what each key and value is. */
public enum Shelf {
  /** Facts about the store itself, by their name. */
  META,
  /** Project as the API answers it, by resource name. */
  PROJECTS,
  /** Branch as the API answers it, by resource name. */
  BRANCHES,
  /** Endpoint as the API answers it, by resource name. */
  ENDPOINTS,
  /** Role as the API answers it, by resource name. */
  ROLES,
  /** Database as the API answers it, by resource name. */
  DATABASES,
  /** Purge time of every soft-deleted project and branch, by resource name. */
  DELETED,
  /** Operation as the API answers it, by operation name. */
  OPERATIONS,
  /** What is left to do for every operation that is not done, by operation name. */
  RUNNING,
  /** What is to be done at which time; the keys begin with that time, so the first is due first. */
  AGENDA,
  /** Who may do what with a project, by the project's resource name. */
  ACCESS,
  /** Issued access and refresh tokens, by the hash of the token. */
  TOKENS;

  String mapName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
