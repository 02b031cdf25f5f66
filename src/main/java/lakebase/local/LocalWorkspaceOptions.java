package lakebase.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import lakebase.local.engine.DataPlane;
import lakebase.local.engine.EngineOptions;
import lakebase.local.engine.Limits;
import lakebase.local.engine.Pace;

/**
 * How a local workspace is started.
 *
 * @param directory where its state and secrets are; made when it is missing
 * @param port where it listens; 0: any free port
 * @param engine clock, pace, limits and data plane
 * @param latency added to every answer, to meet what a distant service is like
 * @param sample whether the first start makes the sample project
 */
public record LocalWorkspaceOptions(
    Path directory, int port, EngineOptions engine, Duration latency, boolean sample) {

  /** As a person wants it: a pace that can be seen, the documented limits, the sample. */
  public static LocalWorkspaceOptions in(Path directory) {
    return new LocalWorkspaceOptions(
        directory,
        0,
        new EngineOptions(
            Clock.systemUTC(), Pace.STANDARD, Limits.DOCUMENTED, DataPlane.namesOnly()),
        Duration.ZERO,
        true);
  }

  /** The same on that port. */
  public LocalWorkspaceOptions withPort(int value) {
    return new LocalWorkspaceOptions(directory, value, engine, latency, sample);
  }

  /** The same with operations that take that long. */
  public LocalWorkspaceOptions withPace(Pace value) {
    return withEngine(
        new EngineOptions(engine.clock(), value, engine.limits(), engine.dataPlane()));
  }

  /** The same by that clock. */
  public LocalWorkspaceOptions withClock(InstantSource value) {
    return withEngine(new EngineOptions(value, engine.pace(), engine.limits(), engine.dataPlane()));
  }

  /** The same within those limits. */
  public LocalWorkspaceOptions withLimits(Limits value) {
    return withEngine(new EngineOptions(engine.clock(), engine.pace(), value, engine.dataPlane()));
  }

  /** The same over that data plane. */
  public LocalWorkspaceOptions withDataPlane(DataPlane value) {
    return withEngine(new EngineOptions(engine.clock(), engine.pace(), engine.limits(), value));
  }

  /** The same with every answer that much later. */
  public LocalWorkspaceOptions withLatency(Duration value) {
    return new LocalWorkspaceOptions(directory, port, engine, value, sample);
  }

  /** The same without the sample project. */
  public LocalWorkspaceOptions withoutSample() {
    return new LocalWorkspaceOptions(directory, port, engine, latency, false);
  }

  private LocalWorkspaceOptions withEngine(EngineOptions value) {
    return new LocalWorkspaceOptions(directory, port, value, latency, sample);
  }
}
