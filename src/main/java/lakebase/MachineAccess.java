package lakebase;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import lakebase.api.Connections;
import lakebase.auth.ConnectionTest;
import lakebase.auth.Discovery;
import lakebase.auth.Machine;
import lakebase.auth.SecretKeeper;
import lakebase.auth.SignIns;
import lakebase.auth.SystemBrowser;
import lakebase.auth.SystemSecrets;
import lakebase.auth.UnifiedSignIns;
import lakebase.task.Roster;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceDialogs;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.workspace.AddWorkspaceDialogs;
import lakebase.ui.workspace.WorkspaceTools;
import org.jspecify.annotations.Nullable;

/**
 * By what this machine has: its profiles, environment and tools, its browser, its keyring. Nothing
 * is looked at before it is needed.
 */
public final class MachineAccess implements Access {

  private final Machine machine;
  private final SecretKeeper secrets;
  private @Nullable UnifiedSignIns signIns;

  /** By the machine that this process runs on. */
  public MachineAccess() {
    this(Machine.current(), new SystemSecrets());
  }

  /** By that machine, with secrets kept there. */
  public MachineAccess(Machine machine, SecretKeeper secrets) {
    this.machine = machine;
    this.secrets = secrets;
  }

  @Override
  public SignIns signIns(Connections connections, Supplier<Texts> texts) {
    UnifiedSignIns made =
        new UnifiedSignIns(
            machine,
            secrets,
            account -> connections.raw(account.key(), account.certificates()),
            new SystemBrowser(machine, signedIn -> farewell(texts.get(), signedIn)),
            InstantSource.system());
    signIns = made;
    return made;
  }

  @Override
  public WorkspaceDialogs dialogs(
      UiContext context, DialogHost host, Roster roster, Connections connections) {
    UnifiedSignIns made = Objects.requireNonNull(signIns);
    WorkspaceTools tools =
        new WorkspaceTools(
            () -> Discovery.of(machine),
            made::with,
            new ConnectionTest(connections),
            secrets,
            roster::add,
            roster::change,
            roster::signIn);
    return new ConsoleWorkspaceDialogs(
        context.store(), new AddWorkspaceDialogs(context, host, tools));
  }

  private static String farewell(Texts texts, boolean signedIn) {
    return texts.get(signedIn ? "signIn.browser.done" : "signIn.browser.refused");
  }
}
