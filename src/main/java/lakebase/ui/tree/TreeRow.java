package lakebase.ui.tree;

import java.util.Objects;
import lakebase.model.ApiFailure;
import lakebase.model.Branch;
import lakebase.model.Endpoint;
import lakebase.model.Project;
import lakebase.model.Resource;
import lakebase.model.ResourceKind;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.Ref;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.ui.Standing;
import org.jspecify.annotations.Nullable;

/** What one row of the tree shows. Rows that are equal look the same. */
sealed interface TreeRow {

  /** What the row stands for; of a note, what it is in. */
  Ref ref();

  /** Tells the row from its siblings, over changes of what it shows. */
  Object key();

  /** Whether it can be opened. */
  boolean isOpenable();

  /**
   * What the console adds to what the service says.
   *
   * @param busy what a running task does to it; absent when there is none
   * @param gone whether it turned out not to exist any more
   */
  record Marks(@Nullable Verb busy, boolean gone) {

    static final Marks NONE = new Marks(null, false);
  }

  /** A name together with the lasting identity of what has it now. */
  record Key(Ref ref, String uid) {}

  /** What the workspaces are in; not shown. */
  record Root() implements TreeRow {

    private static final Ref NOWHERE = Ref.of(new WorkspaceId(""));

    @Override
    public Ref ref() {
      return NOWHERE;
    }

    @Override
    public Object key() {
      return NOWHERE;
    }

    @Override
    public boolean isOpenable() {
      return true;
    }
  }

  /**
   * A workspace.
   *
   * @param isLocal whether it is the one in this program
   * @param host where it is; empty for the local one
   * @param status how it stands, in words
   * @param asOf how old the rows in it are, where they are not new; else empty
   */
  record OfWorkspace(
      Ref.OfWorkspace ref,
      String name,
      WorkspaceColour colour,
      boolean isLocal,
      String host,
      Standing standing,
      String status,
      String asOf,
      boolean isLocked)
      implements TreeRow {
    @Override
    public Object key() {
      return ref;
    }

    @Override
    public boolean isOpenable() {
      return true;
    }
  }

  /** A project, branch or endpoint. */
  sealed interface OfResource extends TreeRow {
    @Override
    Ref.OfResource ref();

    Resource resource();

    Marks marks();

    @Override
    default Object key() {
      return new Key(ref(), Objects.requireNonNullElse(resource().metadata().uid(), ""));
    }

    @Override
    default boolean isOpenable() {
      return !resource().metadata().isDeleted();
    }
  }

  /** A project. */
  record OfProject(Ref.OfResource ref, Project resource, Marks marks) implements OfResource {}

  /** A branch; {@code isEmpty} says that it is known to have no endpoint. */
  record OfBranch(Ref.OfResource ref, Branch resource, Marks marks, boolean isEmpty, String expires)
      implements OfResource {
    @Override
    public boolean isOpenable() {
      return !isEmpty && OfResource.super.isOpenable();
    }
  }

  /** An endpoint. */
  record OfEndpoint(Ref.OfResource ref, Endpoint resource, Marks marks) implements OfResource {
    @Override
    public boolean isOpenable() {
      return false;
    }
  }

  /** Stands where rows would be. */
  record Note(Ref ref, ResourceKind of, Kind kind, @Nullable ApiFailure failure)
      implements TreeRow {

    /** Why there are no rows, or not all. */
    enum Kind {
      LOADING,
      EMPTY,
      FAILED
    }

    private record NoteKey(Ref ref) {}

    @Override
    public Object key() {
      return new NoteKey(ref);
    }

    @Override
    public boolean isOpenable() {
      return false;
    }
  }
}
