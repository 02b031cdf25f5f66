package lakebase.bench;

/** How much is measured. */
final class Size {

  static final int PROJECTS = 1000;

  /** Of each project. */
  static final int BRANCHES = 10;

  /** Of each branch. */
  static final int COMPUTES = 2;

  /** What the server adds to each answer. */
  static final int LATENCY_MILLIS = 20;

  private Size() {}
}
