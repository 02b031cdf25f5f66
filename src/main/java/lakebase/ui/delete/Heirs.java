package lakebase.ui.delete;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lakebase.model.Role;
import lakebase.model.RoleName;

/**
 * Who can get what a deleted role owns.
 *
 * @param others the other roles of its branch
 * @param needed whether one must be chosen, because the role is known to own something
 * @param proposed who is chosen at first; absent: nobody
 */
record Heirs(List<Role> others, boolean needed, Optional<RoleName> proposed) {

  Heirs {
    others = List.copyOf(others);
  }

  /** What can be chosen. */
  List<Optional<RoleName>> choices() {
    Stream<Optional<RoleName>> roles = others.stream().map(role -> Optional.of(role.name()));
    return needed
        ? roles.toList()
        : Stream.concat(Stream.of(Optional.<RoleName>empty()), roles).toList();
  }

  /** Its name in Postgres. */
  String word(RoleName name) {
    return others.stream()
        .filter(role -> role.name().equals(name))
        .findFirst()
        .map(Role::postgresRole)
        .orElse(name.id().value());
  }
}
