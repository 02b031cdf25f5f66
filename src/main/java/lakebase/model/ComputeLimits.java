package lakebase.model;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The documented limits of a compute's size and what follows from it (contract §2.3, §8.1). */
public final class ComputeLimits {

  /** The smallest size, in compute units. */
  public static final double SMALLEST_CU = 0.5;

  /** The largest size that scales, in compute units; larger ones are fixed. */
  public static final double LARGEST_SCALING_CU = 64;

  /** The largest fixed size, in compute units. */
  public static final double LARGEST_FIXED_CU = 112;

  /** The widest distance between the ends of a range, in compute units. */
  public static final double WIDEST_SPREAD_CU = 16;

  /** Memory of one compute unit, in GB. */
  public static final double GB_PER_CU = 2;

  private static final NavigableMap<Double, Integer> CONNECTIONS =
      new TreeMap<>(
          Map.of(0.5, 104, 1.0, 209, 2.0, 419, 3.0, 629, 4.0, 839, 8.0, 1678, 16.0, 3357));
  private static final int MOST_CONNECTIONS = 4000;

  /** What keeps a size range from being accepted. */
  public enum Problem {
    TOO_SMALL,
    TOO_LARGE,
    NOT_A_STEP,
    ENDS_CROSSED,
    SPREAD_TOO_WIDE,
    FIXED_ONLY
  }

  private ComputeLimits() {}

  /** The sizes a scaling compute can have, ascending: 0.5, then whole units to 64. */
  public static double[] steps() {
    return DoubleStream.concat(
            DoubleStream.of(SMALLEST_CU),
            IntStream.rangeClosed(1, (int) LARGEST_SCALING_CU).asDoubleStream())
        .toArray();
  }

  /** What is wrong with the range; empty when the service would take it. */
  public static Optional<Problem> problem(SizeRange range) {
    double min = range.minCu();
    double max = range.maxCu();
    if (Double.isNaN(min) || Double.isNaN(max) || min < SMALLEST_CU || max < SMALLEST_CU) {
      return Optional.of(Problem.TOO_SMALL);
    }
    if (max > LARGEST_FIXED_CU || min > LARGEST_FIXED_CU) {
      return Optional.of(Problem.TOO_LARGE);
    }
    if (!isStep(min) || !isStep(max)) {
      return Optional.of(Problem.NOT_A_STEP);
    }
    if (min > max) {
      return Optional.of(Problem.ENDS_CROSSED);
    }
    if (max > LARGEST_SCALING_CU && min < max) {
      return Optional.of(Problem.FIXED_ONLY);
    }
    return max - min > WIDEST_SPREAD_CU ? Optional.of(Problem.SPREAD_TOO_WIDE) : Optional.empty();
  }

  /** Memory of a compute of that size, in GB. */
  public static double memoryGb(double cu) {
    return cu * GB_PER_CU;
  }

  /**
   * The connection limit of a compute whose range ends at {@code maxCu}: the documented figure, or
   * between two documented sizes the straight line.
   */
  public static int maxConnections(double maxCu) {
    if (maxCu >= 32) {
      return MOST_CONNECTIONS;
    }
    var below = CONNECTIONS.floorEntry(maxCu);
    var above = CONNECTIONS.ceilingEntry(maxCu);
    if (below == null) {
      return CONNECTIONS.firstEntry().getValue();
    }
    if (above == null) {
      return (int) Math.min(MOST_CONNECTIONS, below.getValue() * maxCu / below.getKey());
    }
    if (above.getKey().equals(below.getKey())) {
      return below.getValue();
    }
    double share = (maxCu - below.getKey()) / (above.getKey() - below.getKey());
    return (int) (below.getValue() + share * (above.getValue() - below.getValue()));
  }

  private static boolean isStep(double cu) {
    return cu == SMALLEST_CU || cu == Math.rint(cu);
  }
}
