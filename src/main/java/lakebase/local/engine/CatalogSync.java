package lakebase.local.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lakebase.local.engine.Catalog.PgDatabase;
import lakebase.local.engine.Catalog.PgRole;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.DatabaseSpec;
import lakebase.model.IdentityType;
import lakebase.model.Metadata;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.model.UnknownFields;

/**
 * Lets the API show the roles and databases that PostgreSQL has: what was made, changed or dropped
 * in SQL as well. A compute that sleeps cannot have changed anything since.
 */
final class CatalogSync {

  private final Core core;

  CatalogSync(Core core) {
    this.core = core;
  }

  /** Takes over what PostgreSQL has, if it runs; not on the ledger's thread. */
  void refresh(BranchName branch) {
    if (!core.dataPlane().isReal()) {
      return;
    }
    Optional<String> uid =
        core.read(resources ->
            isSettled(resources, branch)
                ? Optional.of(Plans.branch(resources, branch).uid())
                : Optional.empty());
    if (uid.isEmpty()) {
      return;
    }
    Optional<Catalog> found = catalog(uid.get());
    if (found.isPresent() && core.read(resources -> differs(resources, branch, found.get()))) {
      core.change(editor -> {
        if (isSettled(editor, branch)) {
          takeRoles(editor, branch, found.get().roles());
          takeDatabases(editor, branch, found.get().databases());
        }
        return true;
      });
    }
  }

  private Optional<Catalog> catalog(String uid) {
    try {
      return core.dataPlane().catalog(uid);
    } catch (DataPlaneException unreadable) {
      // It may be stopping just now; what is known stays.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean isSettled(Resources resources, BranchName branch) {
    return resources.exists(branch)
        && !resources.isDeleted(branch)
        && resources.running(branch.project()).stream()
            .noneMatch(operation ->
                operation.target().isWithin(branch) || branch.isWithin(operation.target()));
  }

  private static boolean differs(Resources resources, BranchName branch, Catalog catalog) {
    Map<String, PgRole> roles =
        byName(resources.roles(branch), Role::postgresRole, RoleService::inPostgres);
    Map<String, PgDatabase> databases =
        byName(
            resources.databases(branch),
            database -> database.spec().postgresDatabase(),
            database -> inPostgres(resources, database));
    return !roles.equals(byName(catalog.roles(), PgRole::name, Function.identity()))
        || !databases.equals(byName(catalog.databases(), PgDatabase::name, Function.identity()));
  }

  private static PgDatabase inPostgres(Resources resources, Database database) {
    RoleName owner = database.spec().owner();
    String name =
        owner == null || !resources.exists(owner) ? "" : resources.role(owner).postgresRole();
    return new PgDatabase(database.spec().postgresDatabase(), name);
  }

  private static void takeRoles(ResourceEditor editor, BranchName branch, List<PgRole> found) {
    Map<String, Role> known = byName(editor.roles(branch), Role::postgresRole, Function.identity());
    for (PgRole role : found) {
      Role before = known.remove(role.name());
      if (before == null || !RoleService.inPostgres(before).equals(role)) {
        RoleName name = before == null ? newName(editor, branch, role) : before.name();
        Metadata metadata =
            before == null
                ? Metadata.created(null, editor.now())
                : before.metadata().updated(editor.now());
        UnknownFields unknown = before == null ? UnknownFields.NONE : before.unknown();
        editor.put(
            new Role(
                name, metadata, role.name(), role.identity(), role.method(), role.spec(), unknown));
      }
    }
    known.values().forEach(gone -> editor.removeTree(gone.name()));
  }

  private static void takeDatabases(
      ResourceEditor editor, BranchName branch, List<PgDatabase> found) {
    Map<String, RoleName> owners = byName(editor.roles(branch), Role::postgresRole, Role::name);
    Map<String, Database> known =
        byName(
            editor.databases(branch),
            database -> database.spec().postgresDatabase(),
            Function.identity());
    for (PgDatabase database : found) {
      Database before = known.remove(database.name());
      DatabaseSpec spec = new DatabaseSpec(database.name(), owners.get(database.owner()));
      if (before == null) {
        String id =
            NewId.orMade(
                "database_id", "", database.name(), made -> editor.exists(branch.database(made)));
        Metadata metadata = Metadata.created(null, editor.now());
        editor.put(new Database(branch.database(id), metadata, spec, UnknownFields.NONE));
      } else if (!Objects.equals(before.spec(), spec)) {
        editor.put(before.withSpec(spec).withMetadata(before.metadata().updated(editor.now())));
      }
    }
    known.values().forEach(gone -> editor.removeTree(gone.name()));
  }

  private static RoleName newName(ResourceEditor editor, BranchName branch, PgRole role) {
    Predicate<String> taken = made -> editor.exists(branch.role(made));
    return branch.role(
        role.identity().equals(IdentityType.UNSPECIFIED)
            ? NewId.orMade("role_id", "", role.name(), taken)
            : NewId.free(new Caller(role.name(), role.identity()).ownerRoleId(), taken));
  }

  private static <T, V> Map<String, V> byName(
      List<T> items, Function<T, String> name, Function<T, V> value) {
    return items.stream().collect(Collectors.toMap(name, value, (first, _) -> first, HashMap::new));
  }
}
