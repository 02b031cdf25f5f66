package lakebase.api;

import lakebase.model.Secret;

/**
 * Gives the bearer token of a request. May block, sign in or refresh; asked before every attempt,
 * from any thread, so an implementation keeps what it has got.
 */
@FunctionalInterface
public interface TokenSource {

  /**
   * The token to send now.
   *
   * @throws ApiException when there is none and none can be got
   * @throws InterruptedException when the thread is interrupted while waiting
   */
  Secret token() throws InterruptedException;

  /**
   * Tells that the service did not accept that token.
   *
   * @return whether another one may be had now, so that the request is worth a second try
   */
  default boolean refused(Secret token) {
    return false;
  }
}
