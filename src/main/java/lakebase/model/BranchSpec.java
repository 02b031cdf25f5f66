package lakebase.model;

/**
 * What can be changed of a branch (contract §2.2, §2.8).
 *
 * @param isProtected whether it is kept from deletion and reset
 * @param expiration when it is deleted by itself
 */
public record BranchSpec(boolean isProtected, Expiration expiration) implements Spec {

  /** The same, protected or not. */
  public BranchSpec withProtected(boolean value) {
    return new BranchSpec(value, expiration);
  }

  /** Whether it is deleted by itself; such a branch takes no children (contract §3.3). */
  public boolean expires() {
    return !(expiration instanceof Expiration.Never);
  }

  /** The same with another expiration. */
  public BranchSpec withExpiration(Expiration value) {
    return new BranchSpec(isProtected, value);
  }
}
