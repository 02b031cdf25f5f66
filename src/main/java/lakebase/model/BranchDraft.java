package lakebase.model;

import org.jspecify.annotations.Nullable;

/**
 * A branch to be created (contract §2.2).
 *
 * @param name the name it will have; its id is held to the pattern of new ids
 * @param source the parent; absent: the project's default branch
 * @param point the point of the parent's history
 * @param expiration required by the API
 * @param isProtected whether it is kept from deletion from the start
 * @param replaceExisting whether an existing branch of that name is changed to this draft
 */
public record BranchDraft(
    BranchName name,
    @Nullable BranchName source,
    BranchPoint point,
    Expiration expiration,
    boolean isProtected,
    boolean replaceExisting)
    implements Draft {

  public BranchDraft {
    ResourceId.forCreation(name.id().value());
  }

  /** A branch of the default branch as it is now. */
  public static BranchDraft of(BranchName name, Expiration expiration) {
    return new BranchDraft(name, null, new BranchPoint.Now(), expiration, false, false);
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.BRANCH;
  }

  @Override
  public ResourceName subject() {
    return name;
  }
}
