package lakebase.model;

/** A resource of any kind that is to be created. */
public sealed interface Draft
    permits ProjectDraft, BranchDraft, EndpointDraft, RoleDraft, DatabaseDraft {

  /** What is created. */
  ResourceKind kind();

  /**
   * The name that the resource will have; for a role or database whose id the service makes, the
   * branch that it will live in.
   */
  ResourceName subject();
}
