package lakebase.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lakebase.local.store.Shelf;
import lakebase.model.AccessEntry;
import lakebase.model.IdentityType;
import lakebase.model.ProjectName;
import lakebase.wire.Json;
import lakebase.wire.PermissionsJson;

/** Who may do what with a project (contract §1.4). Kept as a record; one user owns everything. */
public final class AccessService {

  private static final String MANAGE = "CAN_MANAGE";
  private static final Set<String> GRANTABLE = Set.of("CAN_USE", MANAGE);
  private static final List<String> KINDS =
      List.of("user_name", "group_name", "service_principal_name");
  private static final AccessEntry EVERYONE =
      new AccessEntry("group_name", "users", "CAN_CREATE", true);

  private final Core core;

  AccessService(Core core) {
    this.core = core;
  }

  /** The access list of the project. */
  public ObjectNode get(ProjectName project) {
    return core.read(resources -> {
      resources.requireLive(project);
      return answer(project, stored(resources, project));
    });
  }

  /** Adds to the access list, one level a principal. */
  public ObjectNode merge(Caller caller, ProjectName project, Body body) {
    return set(caller, project, body, true);
  }

  /** Replaces the access list. */
  public ObjectNode replace(Caller caller, ProjectName project, Body body) {
    return set(caller, project, body, false);
  }

  /** What whoever makes a project gets. */
  static AccessEntry owner(Caller caller) {
    return new AccessEntry(kind(caller), caller.name(), MANAGE, false);
  }

  private ObjectNode set(Caller caller, ProjectName project, Body body, boolean merge) {
    List<AccessEntry> asked = asked(body);
    return core.change(editor -> {
      editor.requireLive(project);
      Map<String, AccessEntry> list = new LinkedHashMap<>();
      List<AccessEntry> old = stored(editor, project);
      if (merge) {
        old.forEach(entry -> list.put(key(entry), entry));
      }
      asked.forEach(entry -> list.put(key(entry), entry));
      AccessEntry own = owner(caller);
      if (old.contains(own) && !list.containsValue(own)) {
        throw Refusals.badRequest(
            "cannot remove management permissions for the current user for database-projects,"
                + " allowed levels: CAN_MANAGE");
      }
      List<AccessEntry> entries = List.copyOf(list.values());
      String json = Json.text(PermissionsJson.write(project, entries));
      editor.writing().put(Shelf.ACCESS, project.toString(), json);
      return answer(project, entries);
    });
  }

  private static List<AccessEntry> asked(Body body) {
    List<AccessEntry> entries = new ArrayList<>();
    for (Body entry : body.objects("access_control_list")) {
      List<String> kinds = KINDS.stream().filter(entry::has).toList();
      if (kinds.size() != 1 || entry.textOrEmpty(kinds.getFirst()).isEmpty()) {
        throw Refusals.badRequest(
            "Each entry must name exactly one of " + String.join(", ", KINDS));
      }
      String level = entry.textOrEmpty("permission_level");
      if (!GRANTABLE.contains(level)) {
        throw Refusals.badRequest(
            "Permission level '" + level + "' cannot be granted; allowed: CAN_USE, CAN_MANAGE");
      }
      String kind = kinds.getFirst();
      entries.add(new AccessEntry(kind, entry.textOrEmpty(kind), level, false));
    }
    return entries;
  }

  private static List<AccessEntry> stored(Resources resources, ProjectName project) {
    String json = resources.reading().get(Shelf.ACCESS, project.toString());
    JsonNode tree = json == null ? Json.object() : Json.parse(json);
    return PermissionsJson.read(tree);
  }

  private static ObjectNode answer(ProjectName project, List<AccessEntry> entries) {
    List<AccessEntry> all = new ArrayList<>(entries);
    all.add(EVERYONE);
    return PermissionsJson.write(project, all);
  }

  private static String key(AccessEntry entry) {
    return entry.principalKind() + " " + entry.principal();
  }

  private static String kind(Caller caller) {
    return caller.type().equals(IdentityType.SERVICE_PRINCIPAL)
        ? "service_principal_name"
        : "user_name";
  }
}
