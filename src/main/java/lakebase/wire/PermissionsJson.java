package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lakebase.model.AccessEntry;
import lakebase.model.ProjectName;

/** Who may do what with a project: the permissions API's access control list (contract §1.4). */
public final class PermissionsJson {

  private static final List<String> PRINCIPALS =
      List.of("user_name", "group_name", "service_principal_name");
  private static final String LIST = "access_control_list";
  private static final String LEVEL = "permission_level";

  private PermissionsJson() {}

  /**
   * Reads a list as the service answers it, with {@code all_permissions}, or as it is asked for,
   * with one {@code permission_level} an entry. One result a principal and level.
   *
   * @throws WireException when it is neither
   */
  public static List<AccessEntry> read(JsonNode json) {
    List<AccessEntry> entries = new ArrayList<>();
    for (Fields entry : Fields.of(json).objects(LIST)) {
      String kind = PRINCIPALS.stream().filter(entry::has).findFirst().orElse("");
      String principal = kind.isEmpty() ? "" : entry.text(kind);
      String asked = entry.optionalText(LEVEL);
      if (asked != null) {
        entries.add(new AccessEntry(kind, principal, asked, false));
      }
      for (Fields permission : entry.objects("all_permissions")) {
        entries.add(
            new AccessEntry(
                kind, principal, permission.textOrEmpty(LEVEL), permission.flag("inherited")));
      }
    }
    return entries;
  }

  /** Writes entries as they are asked for, one level a principal. */
  public static ObjectNode writeRequest(List<AccessEntry> entries) {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray(LIST);
    entries.forEach(entry ->
        list.addObject().put(entry.principalKind(), entry.principal()).put(LEVEL, entry.level()));
    return json;
  }

  /** Writes the list as the service answers it, an object a principal. */
  public static ObjectNode write(ProjectName project, List<AccessEntry> entries) {
    ObjectNode json =
        Json.object()
            .put("object_id", "/database-projects/" + project.id())
            .put("object_type", "database-projects");
    ArrayNode list = json.putArray(LIST);
    Map<String, ArrayNode> byPrincipal = new LinkedHashMap<>();
    for (AccessEntry entry : entries) {
      byPrincipal
          .computeIfAbsent(
              entry.principalKind() + " " + entry.principal(),
              _ ->
                  list.addObject()
                      .put(entry.principalKind(), entry.principal())
                      .putArray("all_permissions"))
          .addObject()
          .put(LEVEL, entry.level())
          .put("inherited", entry.inherited());
    }
    return json;
  }
}
