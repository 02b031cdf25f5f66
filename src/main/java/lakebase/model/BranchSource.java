package lakebase.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a branch was taken from (contract §2.2).
 *
 * @param branch the parent
 * @param lsn the parent's log position
 * @param time the moment of the parent's history
 */
public record BranchSource(BranchName branch, @Nullable String lsn, @Nullable Instant time) {}
