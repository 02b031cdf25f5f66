package lakebase.auth;

/** The secrets that sign-in keeps. */
public enum SecretKind {
  REFRESH_TOKEN("refresh-token"),
  CLIENT_SECRET("client-secret"),
  ACCESS_TOKEN("access-token");

  private final String name;

  SecretKind(String name) {
    this.name = name;
  }

  /** Its part of the name that it is kept under. */
  String text() {
    return name;
  }
}
