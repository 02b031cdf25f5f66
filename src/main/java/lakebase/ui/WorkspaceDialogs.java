package lakebase.ui;

import lakebase.state.WorkspaceId;

/** The dialogs that add and edit a workspace. Called on the FX thread. */
public interface WorkspaceDialogs {

  /** Opens the dialog that adds a workspace. */
  void add();

  /** Opens the dialog that edits how a workspace is reached, called and marked. */
  void edit(WorkspaceId workspace);
}
