package lakebase;

import java.util.stream.Collectors;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.ui.WorkspaceDialogs;
import lakebase.ui.workspace.AddWorkspaceDialogs;

/** The dialogs that add and edit workspaces, about those of the store. */
record ConsoleWorkspaceDialogs(Store store, AddWorkspaceDialogs dialogs)
    implements WorkspaceDialogs {

  @Override
  public void add() {
    dialogs.add(
        store.state().workspaces().values().stream()
            .map(Workspace::colour)
            .collect(Collectors.toSet()));
  }

  @Override
  public void edit(WorkspaceId workspace) {
    store.state().workspace(workspace).map(Workspace::settings).ifPresent(dialogs::edit);
  }
}
