package lakebase.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import lakebase.local.engine.Limits;
import lakebase.local.engine.Pace;
import lakebase.local.identity.AccessTokens;
import lakebase.local.postgres.LocalPostgres;

/**
 * How a local workspace is started.
 *
 * @param directory where its state, data and secrets are; made when it is missing
 * @param port where it listens; 0: any free port
 * @param clock the time
 * @param pace how long operations take beyond their work
 * @param limits how much there may be
 * @param dataPlanes where branches and computes are
 * @param latency added to every answer, to meet what a distant service is like
 * @param sample whether the first start makes the sample project
 * @param tokenLife how long an OAuth access token is good for
 */
public record LocalWorkspaceOptions(
    Path directory,
    int port,
    InstantSource clock,
    Pace pace,
    Limits limits,
    DataPlanes dataPlanes,
    Duration latency,
    boolean sample,
    Duration tokenLife) {

  /**
   * As a person wants it: real PostgreSQL, the documented limits, the sample.
   *
   * @param cache where PostgreSQL's programs are unpacked
   */
  public static LocalWorkspaceOptions in(Path directory, Path cache) {
    Clock clock = Clock.systemUTC();
    return new LocalWorkspaceOptions(
        directory,
        0,
        clock,
        Pace.OF_WORK,
        Limits.DOCUMENTED,
        (place, tokens) -> new LocalPostgres(place.resolve("postgres"), cache, tokens, clock),
        Duration.ZERO,
        true,
        AccessTokens.ACCESS_LIFE);
  }

  /**
   * The control plane alone: operations take a time that can be seen, but nothing is behind them.
   */
  public static LocalWorkspaceOptions controlPlane(Path directory) {
    return new LocalWorkspaceOptions(
        directory,
        0,
        Clock.systemUTC(),
        Pace.STANDARD,
        Limits.DOCUMENTED,
        DataPlanes.NONE,
        Duration.ZERO,
        true,
        AccessTokens.ACCESS_LIFE);
  }

  /** The same on that port. */
  public LocalWorkspaceOptions withPort(int value) {
    return new LocalWorkspaceOptions(
        directory, value, clock, pace, limits, dataPlanes, latency, sample, tokenLife);
  }

  /** The same with operations that take that long. */
  public LocalWorkspaceOptions withPace(Pace value) {
    return new LocalWorkspaceOptions(
        directory, port, clock, value, limits, dataPlanes, latency, sample, tokenLife);
  }

  /** The same by that clock. */
  public LocalWorkspaceOptions withClock(InstantSource value) {
    return new LocalWorkspaceOptions(
        directory, port, value, pace, limits, dataPlanes, latency, sample, tokenLife);
  }

  /** The same within those limits. */
  public LocalWorkspaceOptions withLimits(Limits value) {
    return new LocalWorkspaceOptions(
        directory, port, clock, pace, value, dataPlanes, latency, sample, tokenLife);
  }

  /** The same over that data plane. */
  public LocalWorkspaceOptions withDataPlane(DataPlanes value) {
    return new LocalWorkspaceOptions(
        directory, port, clock, pace, limits, value, latency, sample, tokenLife);
  }

  /** The same with every answer that much later. */
  public LocalWorkspaceOptions withLatency(Duration value) {
    return new LocalWorkspaceOptions(
        directory, port, clock, pace, limits, dataPlanes, value, sample, tokenLife);
  }

  /** The same without the sample project. */
  public LocalWorkspaceOptions withoutSample() {
    return new LocalWorkspaceOptions(
        directory, port, clock, pace, limits, dataPlanes, latency, false, tokenLife);
  }

  /** The same with OAuth access tokens that are good for that long. */
  public LocalWorkspaceOptions withTokenLife(Duration value) {
    return new LocalWorkspaceOptions(
        directory, port, clock, pace, limits, dataPlanes, latency, sample, value);
  }
}
