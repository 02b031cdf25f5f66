package lakebase.local.engine;

import lakebase.local.engine.Catalog.PgDatabase;
import lakebase.local.engine.Catalog.PgRole;
import org.jspecify.annotations.Nullable;

/**
 * A change of roles or databases, carried out in PostgreSQL. Each can be repeated: what is already
 * so is left alone.
 */
public sealed interface CatalogChange {

  /** Makes the role, or gives the one there is these values. */
  record PutRole(PgRole role) implements CatalogChange {}

  /**
   * Drops the role, after everything that it owns in any database has gone to the heir.
   *
   * @param heir null: refused with PostgreSQL's message when it still owns something
   */
  record DropRole(String name, @Nullable String heir) implements CatalogChange {}

  /** Makes the database, or gives the one there is this owner. */
  record PutDatabase(PgDatabase database) implements CatalogChange {}

  /** Renames the database; those connected to it are disconnected. */
  record RenameDatabase(String from, String to) implements CatalogChange {}

  /** Drops the database; those connected to it are disconnected. */
  record DropDatabase(String name) implements CatalogChange {}
}
