package lakebase.auth;

import java.time.Duration;

/** Opens sessions. */
@FunctionalInterface
public interface SignIns {

  /** How long a person has to sign in in the browser. */
  Duration TO_DECIDE = Duration.ofMinutes(5);

  /** A session of that account; nothing is asked for before its first token. Any thread. */
  Session open(Account account);
}
