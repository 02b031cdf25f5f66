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

  /** The same with another expiration. */
  public BranchSpec withExpiration(Expiration value) {
    return new BranchSpec(isProtected, value);
  }
}
