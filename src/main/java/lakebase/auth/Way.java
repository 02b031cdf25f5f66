package lakebase.auth;

/** A way to a workspace that can be tried; blocks, and answers an interrupt. */
@FunctionalInterface
public interface Way {

  /**
   * Takes one step of it.
   *
   * @return what was found out, as machines write it
   * @throws lakebase.api.ApiException when the step fails
   */
  String take(ConnectionTest.Step step, Account account, Session session)
      throws InterruptedException;
}
