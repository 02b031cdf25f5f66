package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.DatabaseSpec;
import lakebase.model.Metadata;
import lakebase.model.ResourceKind;
import lakebase.model.RoleName;
import lakebase.model.UnknownFields;
import lakebase.wire.DatabaseJson;
import org.jspecify.annotations.Nullable;

/** Postgres databases: creation, update, deletion (contract §2.5, §3). */
public final class DatabaseService implements Finisher {

  private static final int LONGEST_NAME = 63;

  private final Core core;

  DatabaseService(Core core) {
    this.core = core;
  }

  /** Makes a database, or with {@code replaceExisting} changes the one there is. */
  public ObjectNode create(
      BranchName branch, String databaseId, boolean replaceExisting, Body body) {
    return core.change(editor -> {
      editor.requireLive(branch);
      Body spec = body.object("spec");
      String postgresName = spec.textOrEmpty("postgres_database");
      String id =
          NewId.orMade(
              "database_id",
              databaseId,
              postgresName,
              made -> editor.exists(branch.database(made)));
      DatabaseName name = branch.database(id);
      if (replaceExisting && editor.exists(name)) {
        return change(editor, name, body, Mask.EVERYTHING);
      }
      RoleName owner = requiredOwner(editor, branch, spec);
      if (postgresName.isEmpty()) {
        throw Refusals.required("database.spec.postgres_database");
      }
      checkPostgresName(postgresName);
      refuseDuplicate(editor, name, postgresName);
      Conflicts.check(editor, Verb.CREATE, name);
      Limits.check(
          editor.count(branch, ResourceKind.DATABASE),
          core.limits().databases(),
          "databases of a branch");
      editor.put(
          new Database(
              name,
              Metadata.created(null, editor.now()),
              new DatabaseSpec(postgresName, owner),
              UnknownFields.NONE));
      return accept(editor, RunningOperation.of(Verb.CREATE, name));
    });
  }

  /** Changes the masked fields. */
  public ObjectNode update(DatabaseName name, String updateMask, Body body) {
    Mask mask = Mask.read(MaskSchema.DATABASE, updateMask, body);
    return core.change(editor -> {
      editor.requireLive(name);
      return change(editor, name, body, mask);
    });
  }

  /** Deletes a database. */
  public ObjectNode delete(DatabaseName name) {
    return core.change(editor -> {
      editor.requireLive(name);
      Conflicts.check(editor, Verb.DELETE, name);
      return accept(editor, RunningOperation.delete(name, false, null));
    });
  }

  @Override
  public Work work(Resources resources, RunningOperation operation) {
    DatabaseName name = (DatabaseName) operation.target();
    DatabaseSpec now = resources.database(name).spec();
    List<CatalogChange> changes = new ArrayList<>();
    switch (operation.verb()) {
      case CREATE -> changes.add(put(resources, now));
      case UPDATE -> {
        DatabaseSpec after = DatabaseJson.read(operation.requireAfter()).spec();
        if (!after.postgresDatabase().equals(now.postgresDatabase())) {
          changes.add(
              new CatalogChange.RenameDatabase(now.postgresDatabase(), after.postgresDatabase()));
        }
        changes.add(put(resources, after));
      }
      case DELETE, UNDELETE -> changes.add(new CatalogChange.DropDatabase(now.postgresDatabase()));
    }
    return Works.change(Plans.branch(resources, name.branch()), changes);
  }

  /** The database as PostgreSQL shall have it. */
  static CatalogChange put(Resources resources, DatabaseSpec spec) {
    RoleName owner = Objects.requireNonNull(spec.owner());
    return new CatalogChange.PutDatabase(
        new Catalog.PgDatabase(spec.postgresDatabase(), resources.role(owner).postgresRole()));
  }

  @Override
  public ObjectNode finish(
      ResourceEditor editor, RunningOperation operation, @Nullable Point taken) {
    DatabaseName name = (DatabaseName) operation.target();
    return switch (operation.verb()) {
      case CREATE -> DatabaseJson.write(editor.database(name));
      case UPDATE -> {
        Database database = editor.database(name);
        Database after = database.withSpec(DatabaseJson.read(operation.requireAfter()).spec());
        yield editor.put(after.withMetadata(database.metadata().updated(editor.now())));
      }
      case DELETE, UNDELETE -> {
        editor.removeTree(name);
        yield Operations.empty();
      }
    };
  }

  @Override
  public void undo(ResourceEditor editor, RunningOperation operation) {
    if (operation.verb() == Verb.CREATE) {
      editor.removeTree(operation.target());
    }
  }

  /** Refuses what cannot be the name of a Postgres database. */
  static void checkPostgresName(String name) {
    boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    if (name.isEmpty() || !fits || name.chars().anyMatch(Character::isISOControl)) {
      throw Refusals.invalid(
          "Field 'database.spec.postgres_database' must have 1 to 63 bytes without control"
              + " characters.");
    }
  }

  private ObjectNode change(ResourceEditor editor, DatabaseName name, Body body, Mask mask) {
    Conflicts.check(editor, Verb.UPDATE, name);
    Database database = editor.database(name);
    Body spec = body.object("spec");
    DatabaseSpec next = database.spec();
    if (mask.takes(body, "spec.postgres_database")) {
      String renamed = spec.textOrEmpty("postgres_database");
      checkPostgresName(renamed);
      if (!renamed.equals(next.postgresDatabase())) {
        refuseSameName(editor, name.branch(), renamed);
      }
      next = new DatabaseSpec(renamed, next.owner());
    }
    if (mask.takes(body, "spec.role")) {
      next = new DatabaseSpec(next.postgresDatabase(), requiredOwner(editor, name.branch(), spec));
    }
    return accept(
        editor, RunningOperation.update(name, DatabaseJson.write(database.withSpec(next))));
  }

  private static RoleName requiredOwner(ResourceEditor editor, BranchName branch, Body spec) {
    String text = spec.textOrEmpty("role");
    if (text.isEmpty()) {
      throw Refusals.required("database.spec.role");
    }
    RoleName owner = Names.role(text);
    if (!owner.branch().equals(branch) || !editor.exists(owner)) {
      throw Refusals.roleNotFound(owner.id().value());
    }
    return owner;
  }

  private static void refuseDuplicate(
      ResourceEditor editor, DatabaseName name, String postgresName) {
    if (editor.exists(name)) {
      throw Refusals.exists(ResourceKind.DATABASE);
    }
    refuseSameName(editor, name.branch(), postgresName);
  }

  private static void refuseSameName(
      ResourceEditor editor, BranchName branch, String postgresName) {
    boolean sameName =
        editor.databases(branch).stream()
            .anyMatch(database -> database.spec().postgresDatabase().equals(postgresName));
    if (sameName) {
      throw Refusals.exists(ResourceKind.DATABASE);
    }
  }

  private ObjectNode accept(ResourceEditor editor, RunningOperation operation) {
    return Operations.accept(core, editor, operation, this);
  }
}
