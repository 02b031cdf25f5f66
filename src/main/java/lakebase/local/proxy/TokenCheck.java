package lakebase.local.proxy;

/** Checks database credentials. Any thread. */
@FunctionalInterface
public interface TokenCheck {

  /**
   * Whom the token was made for.
   *
   * @throws Refused when it is no token of this workspace or not valid any more; the message tells
   *     which, and nothing of the token
   */
  String subject(String token) throws Refused;
}
