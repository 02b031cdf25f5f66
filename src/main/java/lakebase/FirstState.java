package lakebase;

import lakebase.disk.WorkspacesFile;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;

/** What the console knows before it has asked anybody: its workspaces, the local one first. */
final class FirstState {

  private FirstState() {}

  /** The state of that start; a selection in a workspace that is no more is dropped. */
  static AppState of(Settings settings, WorkspacesFile.Content file, String localName) {
    WorkspaceSettings own =
        file.workspaces().stream()
            .filter(found -> found.id().equals(WorkspaceId.LOCAL))
            .findFirst()
            .orElse(WorkspaceSettings.LOCAL);
    String name = own.name().isEmpty() ? localName : own.name();
    AppState state = AppState.initial(settings).withWorkspace(Workspace.of(own, name));
    for (WorkspaceSettings found : file.workspaces()) {
      if (!found.id().equals(WorkspaceId.LOCAL)) {
        state = state.withWorkspace(Workspace.of(found, found.name()));
      }
    }
    Ref selection = state.selection();
    return selection != null && state.workspace(selection.workspace()).isEmpty()
        ? state.select(null).selectFirst()
        : state.selectFirst();
  }
}
