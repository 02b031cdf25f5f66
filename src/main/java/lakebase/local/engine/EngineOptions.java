package lakebase.local.engine;

import java.time.InstantSource;

/**
 * How an engine works.
 *
 * @param clock the time
 * @param pace how long operations take
 * @param limits how much there may be
 * @param dataPlane where computes run
 */
public record EngineOptions(InstantSource clock, Pace pace, Limits limits, DataPlane dataPlane) {}
