package lakebase.state;

import lakebase.model.ResourceName;

/** One thing in the tree of all workspaces. */
public sealed interface Ref {

  /** The workspace that it is, or lives in. */
  WorkspaceId workspace();

  /** A workspace itself. */
  record OfWorkspace(WorkspaceId workspace) implements Ref {}

  /** A resource of a workspace. */
  record OfResource(WorkspaceId workspace, ResourceName name) implements Ref {

    /** The same workspace's resource of another name. */
    public OfResource sibling(ResourceName other) {
      return new OfResource(workspace, other);
    }
  }

  /** A resource of a workspace. */
  static OfResource of(WorkspaceId workspace, ResourceName name) {
    return new OfResource(workspace, name);
  }

  /** A workspace itself. */
  static OfWorkspace of(WorkspaceId workspace) {
    return new OfWorkspace(workspace);
  }

  /** What this lives in; a workspace lives in itself. */
  default Ref parent() {
    return switch (this) {
      case OfWorkspace root -> root;
      case OfResource(var workspace, var name) ->
          name.parent().<Ref>map(up -> of(workspace, up)).orElseGet(() -> of(workspace));
    };
  }
}
