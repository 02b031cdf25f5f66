package lakebase;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lakebase.api.Connections;
import lakebase.auth.Account;
import lakebase.auth.Browser;
import lakebase.auth.ConnectionTest;
import lakebase.auth.Discovery;
import lakebase.auth.Machine;
import lakebase.auth.MemorySecrets;
import lakebase.auth.SecretKeeper;
import lakebase.auth.SecretKind;
import lakebase.auth.Session;
import lakebase.auth.SignIns;
import lakebase.auth.UnifiedSignIns;
import lakebase.model.Secret;
import lakebase.task.Roster;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceDialogs;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.workspace.AddWorkspaceDialogs;
import lakebase.ui.workspace.WorkspaceTools;
import org.jspecify.annotations.Nullable;

/**
 * Signs in as the console does, by a keyring and a browser of the test, and tells every token and
 * every kept secret.
 */
public final class WatchedAccess implements Access {

  private final Machine machine;
  private final Browser browser;
  private final Consumer<Secret> told;
  private final SecretKeeper keyring = new Keyring();
  private @Nullable UnifiedSignIns made;

  /** On that machine, where that browser opens. */
  public WatchedAccess(Machine machine, Browser browser, Consumer<Secret> told) {
    this.machine = machine;
    this.browser = browser;
    this.told = told;
  }

  @Override
  public SignIns signIns(Connections connections, Supplier<Texts> texts) {
    UnifiedSignIns own =
        new UnifiedSignIns(
            machine,
            keyring,
            account -> connections.raw(account.key(), account.certificates()),
            browser,
            InstantSource.system());
    made = own;
    return watched(own);
  }

  @Override
  public WorkspaceDialogs dialogs(
      UiContext context, DialogHost host, Roster roster, Connections connections) {
    UnifiedSignIns own = Objects.requireNonNull(made);
    WorkspaceTools tools =
        new WorkspaceTools(
            () -> Discovery.of(machine),
            secrets -> watched(own.with(secrets)),
            new ConnectionTest(connections),
            keyring,
            roster::add,
            roster::change,
            roster::signIn);
    return new ConsoleWorkspaceDialogs(
        context.store(), new AddWorkspaceDialogs(context, host, tools));
  }

  private SignIns watched(SignIns signIns) {
    return account -> new Watched(account, signIns.open(account));
  }

  /** Lasts beyond a console, as the system's does. */
  private final class Keyring implements SecretKeeper {
    private final MemorySecrets kept = new MemorySecrets();

    @Override
    public boolean isLasting() {
      return true;
    }

    @Override
    public Optional<Secret> find(String account, SecretKind kind) {
      return kept.find(account, kind);
    }

    @Override
    public boolean keep(String account, SecretKind kind, Secret secret) {
      told.accept(secret);
      kept.keep(account, kind, secret);
      return true;
    }

    @Override
    public void forget(String account, SecretKind kind) {
      kept.forget(account, kind);
    }
  }

  private final class Watched implements Session {
    private final Account account;
    private final Session session;

    Watched(Account account, Session session) {
      this.account = account;
      this.session = session;
    }

    @Override
    public Secret token() throws InterruptedException {
      Secret token = session.token();
      told.accept(token);
      return token;
    }

    @Override
    public boolean refused(Secret token) {
      return session.refused(token);
    }

    @Override
    public Optional<Instant> expires() {
      return session.expires();
    }

    @Override
    public void signIn() throws InterruptedException {
      session.signIn();
    }

    @Override
    public void signOut() {
      session.signOut();
    }

    @Override
    public void close() {
      session.close();
    }

    @Override
    public String toString() {
      return account + " " + session;
    }
  }

  /** A browser that tells what it opens, and goes on as another. */
  public record Told(Browser other, Consumer<URI> opened) implements Browser {
    @Override
    public void open(URI page) throws IOException {
      opened.accept(page);
      other.open(page);
    }

    @Override
    public String farewell(boolean signedIn) {
      return other.farewell(signedIn);
    }
  }
}
