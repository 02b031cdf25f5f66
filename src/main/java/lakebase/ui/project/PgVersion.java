package lakebase.ui.project;

/** The major versions of Postgres that a new project can have. */
enum PgVersion {
  V16(16),
  V17(17),
  V18(18);

  private final int major;

  PgVersion(int major) {
    this.major = major;
  }

  int major() {
    return major;
  }
}
