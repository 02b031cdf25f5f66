package lakebase.model;

import org.jspecify.annotations.Nullable;

/**
 * A database to be created (contract §2.5).
 *
 * @param parent the branch that it will live in
 * @param id its id; absent: the service makes one
 * @param spec its name in Postgres and its owner, which the API requires
 * @param replaceExisting whether an existing database of that id is changed to this draft
 */
public record DatabaseDraft(
    BranchName parent, @Nullable ResourceId id, DatabaseSpec spec, boolean replaceExisting)
    implements Draft {

  public DatabaseDraft {
    if (id != null) {
      ResourceId.forCreation(id.value());
    }
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.DATABASE;
  }

  @Override
  public ResourceName subject() {
    return id == null ? parent : new DatabaseName(parent, id);
  }
}
