package lakebase.ui.role;

import lakebase.model.AuthMethod;
import lakebase.model.IdentityType;
import lakebase.model.ResourceId;
import org.jspecify.annotations.Nullable;

/** Whose identity a role stands for, and what follows from it (contract §2.4, §3.1). */
enum RoleKind {
  USER,
  SERVICE_PRINCIPAL,
  GROUP,
  /** Known to Postgres alone. */
  PLAIN;

  /** What the request says; absent for a plain role. */
  @Nullable IdentityType identity() {
    return switch (this) {
      case USER -> IdentityType.USER;
      case SERVICE_PRINCIPAL -> IdentityType.SERVICE_PRINCIPAL;
      case GROUP -> IdentityType.GROUP;
      case PLAIN -> null;
    };
  }

  /** How such a role logs in unless something else is asked for. */
  AuthMethod usualLogin() {
    return this == PLAIN ? AuthMethod.PASSWORD : AuthMethod.OAUTH;
  }

  /** The id that is proposed for a name, as the service makes it for the owner of a branch. */
  String proposeId(String name) {
    return switch (this) {
      case USER ->
          ResourceId.propose(name.contains("@") ? name.substring(0, name.indexOf('@')) : name);
      case SERVICE_PRINCIPAL -> name.isBlank() ? "" : ResourceId.propose("sp-" + name);
      case GROUP, PLAIN -> ResourceId.propose(name);
    };
  }
}
