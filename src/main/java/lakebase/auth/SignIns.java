package lakebase.auth;

/** Opens sessions. */
@FunctionalInterface
public interface SignIns {

  /** A session of that account; nothing is asked for before its first token. Any thread. */
  Session open(Account account);
}
