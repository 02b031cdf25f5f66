package lakebase.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A branch as the service reports it (contract §2.2).
 *
 * @param name its name
 * @param metadata identity and times
 * @param spec the changeable values, as the service says they are now
 * @param facts what only the service sets
 * @param unknown what this model has no word for
 */
public record Branch(
    BranchName name, Metadata metadata, BranchSpec spec, Facts facts, UnknownFields unknown)
    implements Resource {

  /**
   * What only the service sets.
   *
   * @param state the current state
   * @param pendingState the state it is moving to, absent when settled
   * @param stateChangeTime when the current state began
   * @param isDefault whether it is the project's default branch
   * @param logicalSizeBytes the size of its data
   * @param source where it was taken from, absent on a root branch
   * @param historyStart from where on new branches can be taken from it, absent where not told
   */
  public record Facts(
      BranchState state,
      @Nullable BranchState pendingState,
      @Nullable Instant stateChangeTime,
      boolean isDefault,
      @Nullable Long logicalSizeBytes,
      @Nullable BranchSource source,
      @Nullable HistoryStart historyStart) {

    /** Facts that say nothing of the history. */
    public Facts(
        BranchState state,
        @Nullable BranchState pendingState,
        @Nullable Instant stateChangeTime,
        boolean isDefault,
        @Nullable Long logicalSizeBytes,
        @Nullable BranchSource source) {
      this(state, pendingState, stateChangeTime, isDefault, logicalSizeBytes, source, null);
    }

    /** The same in another state since that moment, on the way to a third (null: settled). */
    public Facts withState(BranchState now, @Nullable BranchState pending, Instant since) {
      return new Facts(now, pending, since, isDefault, logicalSizeBytes, source, historyStart);
    }

    /** The same, taken from there. */
    public Facts withSource(@Nullable BranchSource value) {
      return new Facts(
          state, pendingState, stateChangeTime, isDefault, logicalSizeBytes, value, historyStart);
    }

    /** The same with data of that size. */
    public Facts withLogicalSizeBytes(@Nullable Long value) {
      return new Facts(
          state, pendingState, stateChangeTime, isDefault, value, source, historyStart);
    }

    /** The same, the default branch or not. */
    public Facts withDefault(boolean value) {
      return new Facts(
          state, pendingState, stateChangeTime, value, logicalSizeBytes, source, historyStart);
    }

    /** The same with its history beginning there. */
    public Facts withHistoryStart(@Nullable HistoryStart value) {
      return new Facts(
          state, pendingState, stateChangeTime, isDefault, logicalSizeBytes, source, value);
    }
  }

  /** Whether it has no parent; root branches cannot be deleted by themselves. */
  public boolean isRoot() {
    return facts.source == null;
  }

  /** The same with other changeable values. */
  public Branch withSpec(BranchSpec newSpec) {
    return new Branch(name, metadata, newSpec, facts, unknown);
  }

  /** The same with other metadata. */
  public Branch withMetadata(Metadata newMetadata) {
    return new Branch(name, newMetadata, spec, facts, unknown);
  }

  /** The same with other facts. */
  public Branch withFacts(Facts newFacts) {
    return new Branch(name, metadata, spec, newFacts, unknown);
  }
}
