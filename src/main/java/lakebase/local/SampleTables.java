package lakebase.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import lakebase.local.engine.Body;
import lakebase.local.engine.Caller;
import lakebase.local.engine.Engine;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.wire.CredentialJson;
import lakebase.wire.EndpointJson;
import lakebase.wire.Json;

/**
 * The sample's tables and rows, made through the front door with a credential, as anybody would.
 */
final class SampleTables {

  private static final String SCRIPT = "/lakebase/sample.sql";

  private final Engine engine;
  private final Caller caller;

  SampleTables(Engine engine, Caller caller) {
    this.engine = engine;
    this.caller = caller;
  }

  /** Runs the script, which can be run again. */
  void make(EndpointName endpoint) {
    EndpointHosts hosts =
        EndpointJson.read(Json.parse(engine.reader().get(endpoint))).facts().hosts();
    var request = Body.of(Json.object().put("endpoint", endpoint.toString()));
    var credential = CredentialJson.read(engine.credentials().create(caller, request));
    Properties properties = new Properties();
    properties.setProperty("user", caller.name());
    properties.setProperty("password", credential.token().reveal());
    properties.setProperty("sslmode", "require");
    String url =
        "jdbc:postgresql://%s:%d/databricks_postgres"
            .formatted(Objects.requireNonNull(hosts.host()), hosts.portOrStandard());
    try (Connection connection = DriverManager.getConnection(url, properties);
        Statement statement = connection.createStatement()) {
      statement.execute(script());
    } catch (SQLException e) {
      throw new IllegalStateException("the sample's tables cannot be made", e);
    }
  }

  private static String script() {
    try (InputStream file = SampleTables.class.getResourceAsStream(SCRIPT)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
