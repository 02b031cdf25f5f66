package lakebase.ui;

import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.BranchState;
import lakebase.model.Endpoint;
import lakebase.model.EndpointState;

/** States of branches and computes in words: the same in the tree, in the search, on a page. */
public final class StateWords {

  private final Texts texts;

  /** In that language. */
  public StateWords(Texts texts) {
    this.texts = texts;
  }

  /** The state of a compute; one that is kept off says so. */
  public String of(Endpoint endpoint) {
    return endpoint.spec().disabled()
        ? texts.get("state.disabled")
        : texts.of("state.endpoint", endpoint.facts().state());
  }

  /** What a compute is doing while it changes; empty when it is settled. */
  public Optional<String> pending(Endpoint endpoint) {
    return Optional.ofNullable(endpoint.facts().pendingState())
        .map(to -> texts.get("state." + doing(endpoint.facts().state(), to)));
  }

  /** From a state to itself: it goes on, with another size. */
  private static String doing(EndpointState from, EndpointState to) {
    if (from.equals(EndpointState.INIT)) {
      return "creating";
    }
    if (from.equals(EndpointState.IDLE)) {
      return "starting";
    }
    return to.equals(EndpointState.IDLE) ? "suspending" : "resizing";
  }

  /** The state of a branch. */
  public String of(Branch branch) {
    return branch.metadata().isDeleted() ? deleted() : of(branch.facts().state());
  }

  /** That state of a branch. */
  public String of(BranchState state) {
    return texts.of("state.branch", state);
  }

  /** A branch that gets ready. */
  public String starting() {
    return texts.get("state.starting");
  }

  /** Deleted, and to be brought back. */
  public String deleted() {
    return of(BranchState.DELETED);
  }
}
