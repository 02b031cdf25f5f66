package lakebase.auth;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import lakebase.api.ApiException;
import lakebase.api.Connections;
import lakebase.api.Pacing;
import lakebase.api.PostgresApi;
import lakebase.local.LocalWorkspace;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.local.Workspaces;
import lakebase.model.SignIn;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The local workspace as a foreign server, and a machine that signs in to it. */
final class Foreign implements AutoCloseable {

  final LocalWorkspace workspace;
  final Connections connections;
  final MemorySecrets secrets = new MemorySecrets();
  final Map<String, String> environment = new HashMap<>();
  final Path home;

  Foreign(Path directory) {
    this(directory, options -> options);
  }

  Foreign(Path directory, UnaryOperator<LocalWorkspaceOptions> change) {
    this(directory, change, Map.of());
  }

  /** The variables may name a proxy. */
  Foreign(
      Path directory, UnaryOperator<LocalWorkspaceOptions> change, Map<String, String> variables) {
    connections = new Connections(Pacing.standard(), variables);
    workspace = Workspaces.start(change.apply(Workspaces.instant(directory.resolve("data"))));
    home = directory;
    environment.put("PATH", System.getenv("PATH"));
  }

  Account account(SignIn signIn) {
    return new Account("w1", workspace.baseUri(), signIn, null);
  }

  Machine machine() {
    return new Machine(environment, home, System.getProperty("os.name"));
  }

  UnifiedSignIns signIns(Browser browser) {
    return new UnifiedSignIns(
        machine(),
        secrets,
        account -> connections.raw(account.key(), account.certificates()),
        browser,
        InstantSource.system());
  }

  Session open(SignIn signIn) {
    return signIns(BrowserRobot.idle()).open(account(signIn));
  }

  Session open(SignIn signIn, Browser browser) {
    return signIns(browser).open(account(signIn));
  }

  PostgresApi api(Session session) {
    return connections.to("w1", workspace.baseUri(), null, session);
  }

  /** The code of the failure that the call ends in. */
  static String code(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(ApiException.class, call)
        .failure()
        .details()
        .error()
        .errorCode();
  }

  static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Override
  public void close() {
    connections.close();
    workspace.close();
  }
}
