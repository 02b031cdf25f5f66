package lakebase.model;

/**
 * How many computes serve one endpoint (contract §2.3).
 *
 * @param min how many there are at least, 1–4
 * @param max how many there are at most; the service wants it equal to {@code min}
 * @param readableSecondaries whether reads may go to the others
 */
public record EndpointGroup(int min, int max, boolean readableSecondaries) {

  /** One compute: no high availability. */
  public static final EndpointGroup SINGLE = new EndpointGroup(1, 1, false);

  /** Whether there is more than one compute. */
  public boolean isHighlyAvailable() {
    return max > 1;
  }
}
