package lakebase.local.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a branch is taken from: as it is now when neither a moment nor a position is given.
 *
 * @param branchUid the source branch
 * @param time a past moment
 * @param lsn a past log position
 */
public record Origin(String branchUid, @Nullable Instant time, @Nullable String lsn) {

  /** Whether the source is taken as it is now. */
  public boolean isNow() {
    return time == null && lsn == null;
  }
}
