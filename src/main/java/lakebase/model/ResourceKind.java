package lakebase.model;

/** The kinds of resource a name can speak of (contract §1.2). */
public enum ResourceKind {
  PROJECT("projects"),
  BRANCH("branches"),
  ENDPOINT("endpoints"),
  ROLE("roles"),
  DATABASE("databases");

  private final String collection;

  ResourceKind(String collection) {
    this.collection = collection;
  }

  /** The path segment that the kind's resources live under, for example {@code branches}. */
  public String collection() {
    return collection;
  }
}
