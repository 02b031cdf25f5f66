package lakebase.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role to be created (contract §2.4).
 *
 * @param parent the branch that it will live in
 * @param id its id; absent: the service makes one
 * @param postgresRole e-mail address, application id, group name or Postgres identifier
 * @param identityType whose identity it stands for; absent: a plain role
 * @param authMethod how it logs in; absent: derived by the service
 * @param spec memberships and attributes
 * @param replaceExisting whether an existing role of that id is changed to this draft
 */
public record RoleDraft(
    BranchName parent,
    @Nullable ResourceId id,
    String postgresRole,
    @Nullable IdentityType identityType,
    @Nullable AuthMethod authMethod,
    RoleSpec spec,
    boolean replaceExisting)
    implements Draft {

  public RoleDraft {
    if (id != null) {
      ResourceId.forCreation(id.value());
    }
  }

  /** A plain role that logs in with a password. */
  public static RoleDraft plain(BranchName parent, String id, String postgresRole) {
    return new RoleDraft(
        parent,
        new ResourceId(id),
        postgresRole,
        null,
        null,
        new RoleSpec(List.of(), RoleAttributes.NONE),
        false);
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.ROLE;
  }

  @Override
  public ResourceName subject() {
    return id == null ? parent : new RoleName(parent, id);
  }
}
