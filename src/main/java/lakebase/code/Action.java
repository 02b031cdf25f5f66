package lakebase.code;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lakebase.model.AccessEntry;
import lakebase.model.Change;
import lakebase.model.CredentialRequest;
import lakebase.model.OperationName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.wire.ChangeRequests;
import lakebase.wire.JsonValue;
import lakebase.wire.Requests;
import lakebase.wire.WireException;
import lakebase.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * Something the service is asked for, in the form in which it goes over the wire: what a person is
 * about to ask, and what the journal noted, are the same to those who write it down. Without
 * headers, and so without secrets.
 *
 * @param method the HTTP method
 * @param path from the host's root
 * @param query unescaped, in order
 * @param body absent where none is sent
 */
public record Action(
    String method, String path, Map<String, String> query, @Nullable JsonValue body) {

  private static final String GET = "GET";

  public Action {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  /** The change. */
  public static Action of(Change change) {
    WireRequest request = ChangeRequests.of(change);
    return new Action(request.method(), request.path(), request.query(), parsed(request.body()));
  }

  /** Generates a database credential. */
  public static Action of(CredentialRequest request) {
    return new Action(
        "POST",
        WireRequest.POSTGRES + "credentials",
        Map.of(),
        parsed(Requests.credential(request)));
  }

  /**
   * What a journal noted.
   *
   * @param pathAndQuery the path, and the escaped query where there is one
   * @return empty when the body is not whole, or is none that this API takes
   */
  public static Optional<Action> of(String method, String pathAndQuery, @Nullable String body) {
    int mark = pathAndQuery.indexOf('?');
    String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    try {
      Map<String, String> query = mark < 0 ? Map.of() : query(pathAndQuery.substring(mark + 1));
      return Optional.of(new Action(method, path, query, body == null ? null : parsed(body)));
    } catch (WireException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Reads a resource. */
  public static Action read(ResourceName name) {
    return new Action(GET, WireRequest.POSTGRES + name, Map.of(), null);
  }

  /**
   * Lists the resources of a kind.
   *
   * @param parent what they live in; absent for projects
   * @param showDeleted whether softly deleted ones are listed, too
   */
  public static Action list(@Nullable ResourceName parent, ResourceKind kind, boolean showDeleted) {
    return new Action(
        GET,
        WireRequest.POSTGRES + (parent == null ? "" : parent + "/") + kind.collection(),
        showDeleted ? Map.of("show_deleted", "true") : Map.of(),
        null);
  }

  /** Reads an operation. */
  public static Action read(OperationName name) {
    return new Action(GET, WireRequest.POSTGRES + name, Map.of(), null);
  }

  /** Reads who may do what with a project. */
  public static Action permissions(ProjectName project) {
    return new Action(GET, WireRequest.PERMISSIONS + project.id(), Map.of(), null);
  }

  /** Gives these permissions in addition to those that there are. */
  public static Action grant(ProjectName project, List<AccessEntry> entries) {
    return new Action("PATCH", WireRequest.PERMISSIONS + project.id(), Map.of(), list(entries));
  }

  /** Makes these the only permissions that are given on the project itself. */
  public static Action setPermissions(ProjectName project, List<AccessEntry> entries) {
    return new Action("PUT", WireRequest.PERMISSIONS + project.id(), Map.of(), list(entries));
  }

  /** Asks who the caller is. */
  public static Action me() {
    return new Action(GET, WireRequest.ME, Map.of(), null);
  }

  private static JsonValue list(List<AccessEntry> entries) {
    List<JsonValue> items =
        entries.stream()
            .<JsonValue>map(entry -> {
              Map<String, JsonValue> members = new LinkedHashMap<>();
              members.put(entry.principalKind(), new JsonValue.Text(entry.principal()));
              members.put("permission_level", new JsonValue.Text(entry.level()));
              return new JsonValue.Members(members);
            })
            .toList();
    return new JsonValue.Members(Map.of("access_control_list", new JsonValue.Items(items)));
  }

  private static @Nullable JsonValue parsed(@Nullable String body) {
    return body == null ? null : JsonValue.parse(body);
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      query.put(
          URLDecoder.decode(key, StandardCharsets.UTF_8),
          URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return query;
  }
}
