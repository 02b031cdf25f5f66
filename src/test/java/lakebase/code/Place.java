package lakebase.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lakebase.api.Connections;
import lakebase.api.Pacing;
import lakebase.api.PostgresApi;
import lakebase.local.LocalWorkspace;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.local.Workspaces;
import lakebase.local.engine.Pace;
import lakebase.model.Change;
import lakebase.model.OperationName;
import lakebase.model.ProjectDraft;
import lakebase.wire.JsonValue;

/** A real workspace at a moment that stands still, and all that can be read of it. */
final class Place implements AutoCloseable {

  private static final Set<String> RANDOM =
      Set.of("uid", "hosts", "trace_id", "request_id", "port");

  private final LocalWorkspace workspace;
  private final Connections connections = new Connections(Pacing.standard());
  private final HttpClient reader = HttpClient.newHttpClient();

  Place(Path directory) {
    workspace =
        Workspaces.start(
            LocalWorkspaceOptions.controlPlane(directory)
                .withPace(Pace.INSTANT)
                .withoutSample()
                .withClock(Clock.fixed(Examples.NOW, ZoneOffset.UTC)));
  }

  PostgresApi api() {
    return connections.to(workspace.baseUri(), workspace::token);
  }

  String user() {
    return workspace.userName();
  }

  /** What a shell needs to know. */
  Map<String, String> environment() {
    return Map.of(
        "DATABRICKS_HOST", workspace.baseUri().toString(),
        "DATABRICKS_TOKEN", workspace.token().reveal());
  }

  /** The answer to a GET, without what is drawn by lot. */
  JsonValue read(String path) {
    return plain(JsonValue.parse(get(path)));
  }

  /** Everything there is. */
  Map<String, JsonValue> everything() {
    Map<String, JsonValue> all = new LinkedHashMap<>();
    for (JsonValue project : list(all, "", "projects", "?show_deleted=true")) {
      String name = name(project);
      String id = name.substring(name.indexOf('/') + 1);
      String access = "/api/2.0/permissions/database-projects/" + id;
      if (!isDeleted(project)) {
        all.put(access, read(access));
        for (JsonValue branch : list(all, name + "/", "branches", "?show_deleted=true")) {
          for (String kind :
              isDeleted(branch) ? List.<String>of() : List.of("endpoints", "roles", "databases")) {
            list(all, name(branch) + "/", kind, "");
          }
        }
      }
    }
    return all;
  }

  private List<JsonValue> list(
      Map<String, JsonValue> into, String parent, String kind, String query) {
    String path = "/api/2.0/postgres/" + parent + kind + query;
    JsonValue answer = read(path);
    into.put(path, answer);
    return answer instanceof JsonValue.Members(var members)
            && members.get(kind) instanceof JsonValue.Items(var items)
        ? items
        : List.of();
  }

  private static String name(JsonValue resource) {
    return resource instanceof JsonValue.Members(var members)
            && members.get("name") instanceof JsonValue.Text(var name)
        ? name
        : "";
  }

  private static boolean isDeleted(JsonValue resource) {
    return resource.toString().contains("delete_time");
  }

  static JsonValue plain(JsonValue value) {
    return switch (value) {
      case JsonValue.Items(var items) ->
          new JsonValue.Items(items.stream().map(Place::plain).toList());
      case JsonValue.Members(var members) -> {
        Map<String, JsonValue> kept = new LinkedHashMap<>();
        members.forEach((name, member) -> {
          if (!RANDOM.contains(name)) {
            kept.put(name, plain(member));
          }
        });
        yield new JsonValue.Members(kept);
      }
      default -> value;
    };
  }

  private String get(String path) {
    return send(new Action("GET", path, Map.of(), null));
  }

  /** The answer to that request; fails when it is refused. */
  String send(Action action) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(workspace.baseUri() + CurlText.pathAndQuery(action)))
            .header("Authorization", "Bearer " + workspace.token().reveal())
            .method(
                action.method(),
                action.body() == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JsonText.of(action.body())))
            .build();
    try {
      HttpResponse<String> answer = reader.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(action + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** The name of an operation that can be read. */
  OperationName anOperation() throws InterruptedException {
    return api().submit(new Change.Create(ProjectDraft.of("op", "Op"))).name();
  }

  @Override
  public void close() {
    reader.close();
    connections.close();
    workspace.close();
  }
}
