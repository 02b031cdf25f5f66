package lakebase.ui;

import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;

/**
 * What a person can ask for from any screen. Called on the FX thread. What the service would refuse
 * explains itself instead of doing nothing.
 */
public interface Intents {

  /** Shows this in the tree and in the detail; a role or database by its branch. */
  void select(Ref ref);

  /** Opens the dialog that creates a project. */
  void newProject(WorkspaceId workspace);

  /** Opens the dialog that creates a branch; the parent is proposed. */
  void newBranch(WorkspaceId workspace, ProjectName project, BranchName parent);

  /** Opens the dialog that creates a compute. */
  void newCompute(WorkspaceId workspace, BranchName branch);

  /** Opens the dialog that creates a role. */
  void newRole(WorkspaceId workspace, BranchName branch);

  /** Opens the dialog that creates a database. */
  void newDatabase(WorkspaceId workspace, BranchName branch);

  /** Opens the dialog that says who may use or manage a project. */
  void permissions(WorkspaceId workspace, ProjectName project);

  /** Opens the edit dialog of a project, branch, compute, role or database. */
  void edit(Ref.OfResource ref);

  /** Opens the dialog that deletes this, or explains why it cannot be deleted. */
  void delete(Ref.OfResource ref);

  /** Brings a soft-deleted project or branch back. */
  void undelete(Ref.OfResource ref);

  /** Opens the dialog that makes a database credential for a compute. */
  void generateCredential(Ref.OfResource endpoint);

  /** Opens the dialog that adds a workspace. */
  void addWorkspace();

  /** Opens the dialog that edits how a workspace is reached, called and marked. */
  void editWorkspace(WorkspaceId workspace);

  /** Asks whether to take a workspace out of this console, and does. */
  void removeWorkspace(WorkspaceId workspace);

  /** Signs in to a workspace anew. */
  void signIn(WorkspaceId workspace);

  /** Ends a sign-in that is under way. */
  void cancelSignIn(WorkspaceId workspace);

  /** Forgets the sign-in of a workspace. */
  void signOut(WorkspaceId workspace);

  /** Locks a workspace against changes, or unlocks it. */
  void setReadOnly(WorkspaceId workspace, boolean readOnly);

  /** Opens the list of local connect ports. */
  void localPorts();

  /** Opens the same, from which a port can be opened for that compute. */
  void localPort(Ref.OfResource endpoint);

  /** Reads this again from the service. */
  void refresh(Ref ref);

  /** Puts the text on the clipboard and says so. */
  void copy(String text);
}
