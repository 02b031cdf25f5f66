package lakebase.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the part of a branch's history begins that new branches can be taken from; told by the
 * local workspace only. At least one of the two is there.
 *
 * @param time the moment
 * @param lsn the log position
 */
public record HistoryStart(@Nullable Instant time, @Nullable String lsn) {}
