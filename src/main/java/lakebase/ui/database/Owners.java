package lakebase.ui.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.ui.UiContext;

/** The roles that a database of their branch can belong to. */
final class Owners {

  private final Map<RoleName, String> words = new LinkedHashMap<>();

  Owners(List<Role> roles) {
    roles.forEach(role -> words.put(role.name(), role.postgresRole()));
  }

  /** The person's own role, or else the first. */
  Optional<RoleName> usual(UiContext context, WorkspaceId workspace) {
    String me =
        context
            .store()
            .state()
            .workspace(workspace)
            .map(found ->
                found.connection() instanceof Workspace.Connection.Connected(var user)
                    ? user.userName()
                    : "")
            .orElse("");
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().equals(me))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> words.keySet().stream().findFirst());
  }

  /** What can be chosen; {@code now} is always among it. */
  List<Optional<RoleName>> choices(Optional<RoleName> now) {
    return Stream.concat(Stream.of(now), words.keySet().stream().map(Optional::of))
        .distinct()
        .toList();
  }

  /** Its name in Postgres; its id where that is not known. */
  String word(RoleName role) {
    return words.getOrDefault(role, role.id().value());
  }
}
