package lakebase.local.engine;

import java.time.Duration;
import lakebase.model.ResourceKind;

/**
 * How long operations take (contract §4). Zero for a kind: its operations are done when they are
 * answered.
 *
 * @param project for projects
 * @param branch for branches
 * @param endpoint for endpoints
 * @param other for roles and databases
 * @param settling how long an endpoint's pending state outlives its operation (contract §10.11)
 */
public record Pace(
    Duration project, Duration branch, Duration endpoint, Duration other, Duration settling) {

  /** Long enough to be seen, short enough not to bore. */
  public static final Pace STANDARD =
      new Pace(
          Duration.ofMillis(2000),
          Duration.ofMillis(1500),
          Duration.ofMillis(1000),
          Duration.ofMillis(300),
          Duration.ofMillis(500));

  /** As long as the work takes; only the settling of endpoints can be seen beyond it. */
  public static final Pace OF_WORK =
      new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(500));

  /** At once. */
  public static final Pace INSTANT =
      new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  Duration of(ResourceKind kind) {
    return switch (kind) {
      case PROJECT -> project;
      case BRANCH -> branch;
      case ENDPOINT -> endpoint;
      case ROLE, DATABASE -> other;
    };
  }
}
