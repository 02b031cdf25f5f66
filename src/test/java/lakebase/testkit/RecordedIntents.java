package lakebase.testkit;

import java.util.function.Consumer;
import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;
import lakebase.ui.Intents;

/** Records what was asked for as {@code method argument…}; selecting works, the rest does not. */
record RecordedIntents(Consumer<String> calls, Store store) implements Intents {

  static String name(Ref ref) {
    return switch (ref) {
      case Ref.OfWorkspace(var workspace) -> workspace.toString();
      case Ref.OfResource(var _, var name) -> name.toString();
    };
  }

  @Override
  public void select(Ref ref) {
    calls.accept("select " + name(ref));
    store.update(state -> state.select(ref));
  }

  @Override
  public void newProject(WorkspaceId workspace) {
    calls.accept("newProject " + workspace);
  }

  @Override
  public void newBranch(WorkspaceId workspace, ProjectName project, BranchName parent) {
    calls.accept("newBranch " + parent);
  }

  @Override
  public void newCompute(WorkspaceId workspace, BranchName branch) {
    calls.accept("newCompute " + branch);
  }

  @Override
  public void newRole(WorkspaceId workspace, BranchName branch) {
    calls.accept("newRole " + branch);
  }

  @Override
  public void newDatabase(WorkspaceId workspace, BranchName branch) {
    calls.accept("newDatabase " + branch);
  }

  @Override
  public void permissions(WorkspaceId workspace, ProjectName project) {
    calls.accept("permissions " + project);
  }

  @Override
  public void edit(Ref.OfResource ref) {
    calls.accept("edit " + ref.name());
  }

  @Override
  public void delete(Ref.OfResource ref) {
    calls.accept("delete " + ref.name());
  }

  @Override
  public void undelete(Ref.OfResource ref) {
    calls.accept("undelete " + ref.name());
  }

  @Override
  public void generateCredential(Ref.OfResource endpoint) {
    calls.accept("generateCredential " + endpoint.name());
  }

  @Override
  public void addWorkspace() {
    calls.accept("addWorkspace");
  }

  @Override
  public void editWorkspace(WorkspaceId workspace) {
    calls.accept("editWorkspace " + workspace);
  }

  @Override
  public void removeWorkspace(WorkspaceId workspace) {
    calls.accept("removeWorkspace " + workspace);
  }

  @Override
  public void signIn(WorkspaceId workspace) {
    calls.accept("signIn " + workspace);
  }

  @Override
  public void cancelSignIn(WorkspaceId workspace) {
    calls.accept("cancelSignIn " + workspace);
  }

  @Override
  public void signOut(WorkspaceId workspace) {
    calls.accept("signOut " + workspace);
  }

  @Override
  public void setReadOnly(WorkspaceId workspace, boolean readOnly) {
    calls.accept("setReadOnly " + workspace + " " + readOnly);
  }

  @Override
  public void localPorts() {
    calls.accept("localPorts");
  }

  @Override
  public void localPort(Ref.OfResource endpoint) {
    calls.accept("localPort " + endpoint.name());
  }

  @Override
  public void refresh(Ref ref) {
    calls.accept("refresh " + name(ref));
  }

  @Override
  public void copy(String text) {
    calls.accept("copy " + text);
  }
}
