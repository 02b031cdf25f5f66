package lakebase.auth;

import java.time.Instant;
import java.util.Optional;
import lakebase.api.TokenSource;

/**
 * One workspace's sign-in. Any thread. {@link #token} gives a token that is good now: it is renewed
 * in the background before it expires, once for all who ask, and never by opening a window. When no
 * token can be had without a person, it fails with {@link lakebase.model.ApiFailure.Unauthorized}
 * whose error says why, and does not try again until {@link #signIn}.
 */
public interface Session extends TokenSource, AutoCloseable {

  /** When the token in use expires; empty when there is none, or it does not. */
  Optional<Instant> expires();

  /**
   * Signs in anew because a person asked for it; with {@link lakebase.model.SignIn.Browser} it
   * opens the browser and waits, five minutes at most. Blocks; an interrupt cancels.
   *
   * @throws lakebase.api.ApiException when it was refused, or took too long
   */
  void signIn() throws InterruptedException;

  /** Forgets all of it: tokens in memory and on disk, and what the keyring holds. */
  void signOut();

  /** Ends the renewal in the background; forgets nothing. */
  @Override
  void close();
}
