package lakebase.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import lakebase.local.engine.DataPlane;
import lakebase.local.engine.Engine;
import lakebase.local.engine.EngineOptions;
import lakebase.local.http.LocalServer;
import lakebase.local.http.WorkspaceServer;
import lakebase.local.identity.AccessTokens;
import lakebase.local.identity.Approvals;
import lakebase.local.identity.Identity;
import lakebase.local.identity.PersonalTokens;
import lakebase.local.identity.SigningKey;
import lakebase.local.identity.TokenVerifier;
import lakebase.local.proxy.TokenCheck;
import lakebase.local.store.Ledger;
import lakebase.local.store.LedgerException;
import lakebase.model.Secret;

/**
 * A running local workspace: a server for the Postgres API on loopback, with its state in a
 * directory that it holds alone. Any thread.
 */
public final class LocalWorkspace implements AutoCloseable {

  private final Ledger ledger;
  private final Engine engine;
  private final LocalServer server;
  private final Identity identity;
  private final URI baseUri;

  private LocalWorkspace(Ledger ledger, Engine engine, LocalServer server, Identity identity) {
    this.ledger = ledger;
    this.engine = engine;
    this.server = server;
    this.identity = identity;
    this.baseUri = URI.create("http://127.0.0.1:" + server.port());
  }

  /**
   * Opens the state, finishes or fails what a former process left running, and serves.
   *
   * @throws LedgerException when the directory cannot be made, another process holds it, or its
   *     state cannot be read
   * @throws IOException when a file in it cannot be read or written, or the port is taken
   */
  public static LocalWorkspace start(LocalWorkspaceOptions options) throws IOException {
    Ledger ledger = Ledger.open(options.directory());
    try {
      return start(options, ledger);
    } catch (IOException | RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  private static LocalWorkspace start(LocalWorkspaceOptions options, Ledger ledger)
      throws IOException {
    Identity identity = Identity.open(options.directory());
    CompletableFuture<URI> address = new CompletableFuture<>();
    SigningKey key = new SigningKey(options.directory(), () -> address.join() + "/oidc");
    TokenCheck tokens = new TokenVerifier(key, () -> address.join() + "/oidc", options.clock());
    DataPlane plane = options.dataPlanes().in(options.directory(), tokens);
    Engine engine = startEngine(options, ledger, plane, key);
    try {
      LocalServer server =
          new WorkspaceServer(
                  engine,
                  identity,
                  new AccessTokens(ledger, options.clock(), options.tokenLife()),
                  new PersonalTokens(ledger, options.clock()),
                  new Approvals(options.clock()),
                  key,
                  WorkspaceId.of(ledger))
              .start(options.port(), options.latency());
      LocalWorkspace workspace = new LocalWorkspace(ledger, engine, server, identity);
      address.complete(workspace.baseUri);
      if (options.sample()) {
        Sample.makeOnce(ledger, engine, identity.user(), plane.isReal());
      }
      return workspace;
    } catch (IOException | RuntimeException e) {
      engine.close();
      throw e;
    } catch (InterruptedException e) {
      engine.close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the start was interrupted");
    }
  }

  private static Engine startEngine(
      LocalWorkspaceOptions options, Ledger ledger, DataPlane plane, SigningKey key)
      throws IOException {
    try {
      EngineOptions how =
          new EngineOptions(options.clock(), options.pace(), options.limits(), plane);
      return Engine.start(ledger, how, key);
    } catch (IOException | RuntimeException e) {
      plane.close();
      throw e;
    }
  }

  /** Where it is served, for example {@code http://127.0.0.1:41234}. */
  public URI baseUri() {
    return baseUri;
  }

  /** The access token of its one person. */
  public Secret token() {
    return identity.token();
  }

  /** The name of its one person, who owns what is made with the token. */
  public String userName() {
    return identity.user().name();
  }

  /** The application id of its one program, for OAuth M2M. */
  public String clientId() {
    return identity.clientId();
  }

  /** The secret of its one program, for OAuth M2M. */
  public Secret clientSecret() {
    return identity.clientSecret();
  }

  /**
   * Does everything whose time has come. It happens by itself; a test with a clock of its own calls
   * this after setting it.
   */
  public void runDue() {
    engine.runDue();
  }

  /** Lets requests under way end, stops serving and closes the state; all of it is on disk then. */
  @Override
  public void close() {
    server.close();
    engine.close();
    ledger.close();
  }
}
