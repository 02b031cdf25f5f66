package lakebase.bench;

import java.util.Arrays;

/** Measured times, in nanoseconds; told in milliseconds. */
final class Times {

  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  private Times(long[] sorted) {
    this.sorted = sorted;
  }

  static Times of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Times(sorted);
  }

  /** The time that this share of all stays within; 1: the longest. */
  double percentile(double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)] / NANOS_PER_MILLI;
  }

  int count() {
    return sorted.length;
  }
}
