package lakebase.ui.credential;

/**
 * A role that logs in with tokens.
 *
 * @param name in Postgres
 * @param whose whether a token for it can be had here
 */
record RoleChoice(String name, Whose whose) {

  /** Whose role it is. */
  enum Whose {
    /** The caller's own. */
    OWN,
    /** A group's: its members can have tokens for it. */
    GROUP,
    /** Somebody else's, who alone can have tokens for it. */
    OTHER
  }

  /** What a credential is asked for; empty: the caller's own. */
  String group() {
    return whose == Whose.GROUP ? name : "";
  }
}
