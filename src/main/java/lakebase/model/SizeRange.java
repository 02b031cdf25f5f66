package lakebase.model;

/**
 * Between which sizes a compute scales, in compute units (contract §2.3). Any pair the service gave
 * can be held; {@link ComputeLimits} knows which ones it accepts.
 */
public record SizeRange(double minCu, double maxCu) {

  /** A compute that does not scale. */
  public static SizeRange fixed(double cu) {
    return new SizeRange(cu, cu);
  }

  /** The same with another lower end. */
  public SizeRange withMinCu(double cu) {
    return new SizeRange(cu, maxCu);
  }

  /** The same with another upper end. */
  public SizeRange withMaxCu(double cu) {
    return new SizeRange(minCu, cu);
  }
}
