package lakebase.local.http;

import java.io.InterruptedIOException;
import java.net.BindException;
import java.time.Duration;
import lakebase.local.engine.Engine;
import lakebase.local.identity.AccessTokens;
import lakebase.local.identity.Approvals;
import lakebase.local.identity.Identity;
import lakebase.local.identity.PersonalTokens;
import lakebase.local.identity.SigningKey;

/**
 * Everything that a workspace serves.
 *
 * @param engine the control plane
 * @param identity who may sign in
 * @param tokens the OAuth tokens
 * @param personal the personal access tokens that were made
 * @param approvals the sign-ins under way
 * @param key the key whose public half is published
 * @param workspaceId the workspace's number
 */
public record WorkspaceServer(
    Engine engine,
    Identity identity,
    AccessTokens tokens,
    PersonalTokens personal,
    Approvals approvals,
    SigningKey key,
    String workspaceId) {

  /**
   * Starts serving on that port (0: any free one), every answer that much later.
   *
   * @throws BindException when the port is taken
   * @throws InterruptedIOException when the thread is interrupted; nothing is served then
   */
  public LocalServer start(int port, Duration latency)
      throws BindException, InterruptedIOException {
    Guard guard = new Guard(identity, tokens, personal);
    return LocalServer.start(
        port,
        latency,
        config -> {
          config.routes.before(guard::check);
          UnavailableRoutes.register(config.routes);
          new PostgresRoutes(engine).register(config.routes);
          new WorkspaceRoutes(engine, workspaceId).register(config.routes);
          new SignInRoutes(key, workspaceId).register(config.routes);
          new TokenRoutes(identity, tokens, approvals).register(config.routes);
          new PersonalTokenRoutes(personal).register(config.routes);
          new ApprovalRoutes(identity, approvals).register(config.routes);
        });
  }
}
