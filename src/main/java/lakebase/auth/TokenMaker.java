package lakebase.auth;

/** Gets tokens of one account, in one way. Called by one thread at a time; every method blocks. */
interface TokenMaker {

  /**
   * A fresh token, without a person.
   *
   * @throws lakebase.api.ApiException when there is none to be had
   */
  Grant fetch() throws InterruptedException;

  /** A fresh token, where a person may be asked. */
  default Grant ask() throws InterruptedException {
    return fetch();
  }

  /** Whether another try can give another token. */
  default boolean renews() {
    return true;
  }

  /** Forgets what is kept for the account. */
  default void forget() {}
}
