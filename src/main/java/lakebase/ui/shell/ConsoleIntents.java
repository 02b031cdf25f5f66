package lakebase.ui.shell;

import java.util.function.Consumer;
import java.util.function.Supplier;
import lakebase.model.BranchName;
import lakebase.model.DatabaseName;
import lakebase.model.ProjectName;
import lakebase.model.RoleName;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;
import lakebase.task.Inventories;
import lakebase.ui.Intents;

/**
 * What a person can ask for, by the features' dialogs. The dialogs are made from the context that
 * holds these intents, so they come by a supplier, which is asked for the first time when the
 * window stands.
 *
 * @param dialogs the features' dialogs
 * @param clipboard takes a text and says so
 */
record ConsoleIntents(
    Store store, Inventories inventories, Supplier<Dialogs> dialogs, Consumer<String> clipboard)
    implements Intents {

  @Override
  public void select(Ref ref) {
    Ref shown = page(ref);
    store.update(state -> state.select(shown));
  }

  @Override
  public void newProject(WorkspaceId workspace) {
    dialogs.get().newProject(workspace);
  }

  @Override
  public void newBranch(WorkspaceId workspace, ProjectName project, BranchName parent) {
    dialogs.get().newBranch(workspace, project, parent);
  }

  @Override
  public void newCompute(WorkspaceId workspace, BranchName branch) {
    dialogs.get().newCompute(workspace, branch);
  }

  @Override
  public void newRole(WorkspaceId workspace, BranchName branch) {
    dialogs.get().newRole(workspace, branch);
  }

  @Override
  public void newDatabase(WorkspaceId workspace, BranchName branch) {
    dialogs.get().newDatabase(workspace, branch);
  }

  @Override
  public void permissions(WorkspaceId workspace, ProjectName project) {
    dialogs.get().permissions(workspace, project);
  }

  @Override
  public void edit(Ref.OfResource ref) {
    dialogs.get().edit(ref);
  }

  @Override
  public void delete(Ref.OfResource ref) {
    dialogs.get().delete(ref);
  }

  @Override
  public void undelete(Ref.OfResource ref) {
    dialogs.get().undelete(ref);
  }

  @Override
  public void generateCredential(Ref.OfResource endpoint) {
    dialogs.get().generateCredential(endpoint);
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
}
