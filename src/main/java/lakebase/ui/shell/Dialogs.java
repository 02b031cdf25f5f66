package lakebase.ui.shell;

import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;

/** The dialogs of the features; see {@link lakebase.ui.Intents} for what each promises. */
public interface Dialogs {

  void newProject(WorkspaceId workspace);

  void newBranch(WorkspaceId workspace, ProjectName project, BranchName parent);

  void newCompute(WorkspaceId workspace, BranchName branch);

  void newRole(WorkspaceId workspace, BranchName branch);

  void newDatabase(WorkspaceId workspace, BranchName branch);

  void permissions(WorkspaceId workspace, ProjectName project);

  void edit(Ref.OfResource ref);

  void delete(Ref.OfResource ref);

  void undelete(Ref.OfResource ref);

  void generateCredential(Ref.OfResource endpoint);

  void addWorkspace();

  void editWorkspace(WorkspaceId workspace);

  void removeWorkspace(WorkspaceId workspace);

  /** Says that nothing of that workspace can be changed, and how it can be again. */
  void explainLock(WorkspaceId workspace);

  void localPorts();

  void localPort(Ref.OfResource endpoint);

  /** The window's content ends: what must not outlive it goes, such as a token to be pasted. */
  void end();
}
