package lakebase.testkit;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import lakebase.Access;
import lakebase.MachineAccess;
import lakebase.api.Connections;
import lakebase.auth.Machine;
import lakebase.auth.MemorySecrets;
import lakebase.auth.SignIns;
import lakebase.task.Roster;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceDialogs;
import lakebase.ui.dialog.DialogHost;

/** Signs in as a test wants; its dialogs are the console's own, on a machine that has nothing. */
public final class FakeAccess implements Access {

  private final SignIns signIns;
  private final MachineAccess machine =
      new MachineAccess(new Machine(Map.of(), Path.of("/nowhere"), "Linux"), new MemorySecrets());

  /** By those sign-ins. */
  public FakeAccess(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public SignIns signIns(Connections connections, Supplier<Texts> texts) {
    machine.signIns(connections, texts);
    return signIns;
  }

  @Override
  public WorkspaceDialogs dialogs(
      UiContext context, DialogHost host, Roster roster, Connections connections) {
    return machine.dialogs(context, host, roster, connections);
  }
}
