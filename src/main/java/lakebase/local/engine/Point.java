package lakebase.local.engine;

import java.time.Instant;

/**
 * A place in a branch's history.
 *
 * @param time everything committed until then is in it
 * @param lsn the log position that belongs to it, as {@code 0/1A2B3C4}
 */
public record Point(Instant time, String lsn) {}
