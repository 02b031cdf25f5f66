package lakebase.model;

import java.time.Instant;

/** The point of the parent's history that a branch is taken at (contract §2.2). */
public sealed interface BranchPoint {

  /** The parent as it is now. */
  record Now() implements BranchPoint {}

  /** The parent as it was at that moment: {@code source_branch_time}. */
  record AtTime(Instant time) implements BranchPoint {}

  /** The parent at that log position: {@code source_branch_lsn}. */
  record AtLsn(Lsn lsn) implements BranchPoint {}
}
