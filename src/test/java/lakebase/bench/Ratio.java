package lakebase.bench;

import java.util.Arrays;

/**
 * Two things measured in turn, so that what else the machine does meets both.
 *
 * @param ours the one, in its unit
 * @param theirs what it is measured against
 */
record Ratio(double ours, double theirs) {

  /** Of the medians of as many measurements of each. */
  static Ratio of(double[] ours, double[] theirs) {
    return new Ratio(median(ours), median(theirs));
  }

  /** Of the highest of each: of rates, which whatever else runs can only lower. */
  static Ratio ofBest(double[] ours, double[] theirs) {
    return new Ratio(
        Arrays.stream(ours).max().orElseThrow(), Arrays.stream(theirs).max().orElseThrow());
  }

  double value() {
    return ours / theirs;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
