package lakebase.ui.shell;

import java.util.function.Consumer;
import java.util.function.Supplier;
import lakebase.model.BranchName;
import lakebase.model.DatabaseName;
import lakebase.model.ProjectName;
import lakebase.model.RoleName;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.task.Inventories;
import lakebase.task.Roster;
import lakebase.ui.Intents;

/**
 * What a person can ask for, by the features' dialogs. The dialogs are made from the context that
 * holds these intents, so they come by a supplier, which is asked for the first time when the
 * window stands.
 *
 * <p>What changes a locked workspace explains the lock instead; that it is refused is the client's
 * to see to.
 *
 * @param dialogs the features' dialogs
 * @param clipboard takes a text and says so
 */
record ConsoleIntents(
    Store store,
    Inventories inventories,
    Roster roster,
    Supplier<Dialogs> dialogs,
    Consumer<String> clipboard)
    implements Intents {

  @Override
  public void select(Ref ref) {
    Ref shown = page(ref);
    store.update(state -> state.select(shown));
  }

  @Override
  public void newProject(WorkspaceId workspace) {
    unlessLocked(workspace, () -> dialogs.get().newProject(workspace));
  }

  @Override
  public void newBranch(WorkspaceId workspace, ProjectName project, BranchName parent) {
    unlessLocked(workspace, () -> dialogs.get().newBranch(workspace, project, parent));
  }

  @Override
  public void newCompute(WorkspaceId workspace, BranchName branch) {
    unlessLocked(workspace, () -> dialogs.get().newCompute(workspace, branch));
  }

  @Override
  public void newRole(WorkspaceId workspace, BranchName branch) {
    unlessLocked(workspace, () -> dialogs.get().newRole(workspace, branch));
  }

  @Override
  public void newDatabase(WorkspaceId workspace, BranchName branch) {
    unlessLocked(workspace, () -> dialogs.get().newDatabase(workspace, branch));
  }

  @Override
  public void permissions(WorkspaceId workspace, ProjectName project) {
    unlessLocked(workspace, () -> dialogs.get().permissions(workspace, project));
  }

  @Override
  public void edit(Ref.OfResource ref) {
    unlessLocked(ref.workspace(), () -> dialogs.get().edit(ref));
  }

  @Override
  public void delete(Ref.OfResource ref) {
    unlessLocked(ref.workspace(), () -> dialogs.get().delete(ref));
  }

  @Override
  public void undelete(Ref.OfResource ref) {
    unlessLocked(ref.workspace(), () -> dialogs.get().undelete(ref));
  }

  @Override
  public void generateCredential(Ref.OfResource endpoint) {
    dialogs.get().generateCredential(endpoint);
  }

  @Override
  public void addWorkspace() {
    dialogs.get().addWorkspace();
  }

  @Override
  public void editWorkspace(WorkspaceId workspace) {
    dialogs.get().editWorkspace(workspace);
  }

  @Override
  public void removeWorkspace(WorkspaceId workspace) {
    dialogs.get().removeWorkspace(workspace);
  }

  @Override
  public void signIn(WorkspaceId workspace) {
    roster.signIn(workspace);
  }

  @Override
  public void cancelSignIn(WorkspaceId workspace) {
    roster.cancelSignIn(workspace);
  }

  @Override
  public void signOut(WorkspaceId workspace) {
    roster.signOut(workspace);
  }

  @Override
  public void setReadOnly(WorkspaceId workspace, boolean readOnly) {
    roster.setReadOnly(workspace, readOnly);
  }

  @Override
  public void localPorts() {
    dialogs.get().localPorts();
  }

  @Override
  public void localPort(Ref.OfResource endpoint) {
    dialogs.get().localPort(endpoint);
  }

  @Override
  public void refresh(Ref ref) {
    inventories.refresh(ref);
  }

  @Override
  public void copy(String text) {
    clipboard.accept(text);
  }

  /** What has a page: roles and databases are shown by their branch. */
  private static Ref page(Ref ref) {
    return ref instanceof Ref.OfResource(var _, var name)
            && (name instanceof RoleName || name instanceof DatabaseName)
        ? ref.parent()
        : ref;
  }

  private void unlessLocked(WorkspaceId workspace, Runnable dialog) {
    if (store.state().workspace(workspace).map(Workspace::isReadOnly).orElse(false)) {
      dialogs.get().explainLock(workspace);
    } else {
      dialog.run();
    }
  }
}
