package lakebase;

import java.util.function.Supplier;
import lakebase.api.Connections;
import lakebase.auth.SignIns;
import lakebase.task.Roster;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceDialogs;
import lakebase.ui.dialog.DialogHost;

/** How a console signs in to workspaces other than its own, and adds them. */
public interface Access {

  /**
   * Signs in over those connections.
   *
   * @param texts in the language of the moment, for what stands in the browser; from any thread
   */
  SignIns signIns(Connections connections, Supplier<Texts> texts);

  /** The dialogs that add workspaces to that roster, and edit them; asked for after the above. */
  WorkspaceDialogs dialogs(
      UiContext context, DialogHost host, Roster roster, Connections connections);
}
