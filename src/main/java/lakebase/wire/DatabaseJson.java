package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.DatabaseSpec;
import lakebase.model.Metadata;
import lakebase.model.Page;
import lakebase.model.ResourceKind;
import lakebase.model.RoleName;

/** Postgres databases as the service reports them (contract §2.5). */
public final class DatabaseJson {

  private static final String ID = "database_id";

  private DatabaseJson() {}

  /**
   * Reads a database in its status form.
   *
   * @throws WireException when it is not one
   */
  public static Database read(JsonNode json) {
    return read(Fields.of(json));
  }

  /**
   * Reads a page of a list of databases.
   *
   * @throws WireException when it is not one
   */
  public static Page<Database> readPage(JsonNode json) {
    return PageJson.read(json, ResourceKind.DATABASE.collection(), DatabaseJson::read);
  }

  /** Writes a database in its status form, without its unknown fields. */
  public static ObjectNode write(Database database) {
    ObjectNode top = HeaderJson.write(database.name(), ID, database.metadata());
    HeaderJson.writeDeletion(top, database.metadata());
    ObjectNode status = top.putObject("status");
    status.put(ID, database.name().id().value());
    status.put("postgres_database", database.spec().postgresDatabase());
    Writing.putText(status, "role", database.spec().owner());
    return top;
  }

  static Database read(Fields top) {
    Fields status = top.object("status");
    status.ignore(ID);
    DatabaseName name = top.required("name", DatabaseName::parse, "expected a database's name");
    Metadata metadata = HeaderJson.read(top, ID, top);
    DatabaseSpec spec =
        new DatabaseSpec(
            status.textOrEmpty("postgres_database"),
            status.parsed("role", RoleName::parse, "expected a role's name"));
    return new Database(name, metadata, spec, top.unknown());
  }
}
