package lakebase.model;

/**
 * Who may do what with a project (contract §1.4, permissions).
 *
 * @param principalKind {@code user_name}, {@code group_name} or {@code service_principal_name}
 * @param principal whose permission it is
 * @param level {@code CAN_USE}, {@code CAN_MANAGE} or what the service says
 * @param inherited whether it comes from above the project
 */
public record AccessEntry(
    String principalKind, String principal, String level, boolean inherited) {}
