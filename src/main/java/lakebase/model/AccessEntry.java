package lakebase.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may do what with a project (contract §1.4, permissions).
 *
 * @param principalKind {@code user_name}, {@code group_name} or {@code service_principal_name}
 * @param principal whose permission it is
 * @param level {@code CAN_USE}, {@code CAN_MANAGE} or what the service says
 * @param inherited whether it comes from above the project
 */
public record AccessEntry(String principalKind, String principal, String level, boolean inherited) {

  /** Whose permission it is; empty for a kind that this model has no word for. */
  public Optional<Principal> who() {
    return Stream.of(Principal.Kind.values())
        .filter(kind -> kind.field().equals(principalKind))
        .findFirst()
        .map(kind -> new Principal(kind, principal));
  }
}
