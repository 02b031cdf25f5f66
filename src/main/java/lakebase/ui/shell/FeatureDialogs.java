package lakebase.ui.shell;

import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.model.Secret;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.task.Roster;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceDialogs;
import lakebase.ui.branch.BranchDialogs;
import lakebase.ui.connect.ConnectDialogs;
import lakebase.ui.connect.ConnectServices;
import lakebase.ui.credential.CredentialDialogs;
import lakebase.ui.database.DatabaseDialogs;
import lakebase.ui.delete.DeleteDialogs;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.endpoint.EndpointDialogs;
import lakebase.ui.permission.PermissionDialogs;
import lakebase.ui.project.ProjectDialogs;
import lakebase.ui.role.RoleDialogs;
import lakebase.ui.workspace.WorkspaceQuestions;

/** The dialogs of the console's own features. */
final class FeatureDialogs implements Dialogs {

  private final ProjectDialogs projects;
  private final BranchDialogs branches;
  private final EndpointDialogs endpoints;
  private final RoleDialogs roles;
  private final DatabaseDialogs databases;
  private final PermissionDialogs permissions;
  private final DeleteDialogs deletions;
  private final CredentialDialogs credentials;
  private final WorkspaceQuestions questions;
  private final WorkspaceDialogs workspaces;

  private final ConnectDialogs connections;

  FeatureDialogs(
      UiContext context,
      DialogHost host,
      Roster roster,
      WorkspaceDialogs workspaceDialogs,
      ConnectServices connect) {
    projects = new ProjectDialogs(context, host);
    branches = new BranchDialogs(context, host);
    endpoints = new EndpointDialogs(context, host);
    roles = new RoleDialogs(context, host);
    databases = new DatabaseDialogs(context, host);
    permissions = new PermissionDialogs(context, host);
    deletions = new DeleteDialogs(context, host);
    connections = new ConnectDialogs(context, host, connect, this::copySecret);
    credentials = new CredentialDialogs(context, host, connections::bar);
    questions = new WorkspaceQuestions(context, host, roster);
    workspaces = workspaceDialogs;
  }

  @Override
  public void newProject(WorkspaceId workspace) {
    projects.create(workspace);
  }

  @Override
  public void newBranch(WorkspaceId workspace, ProjectName project, BranchName parent) {
    branches.create(workspace, project, parent);
  }

  @Override
  public void newCompute(WorkspaceId workspace, BranchName branch) {
    endpoints.create(workspace, branch);
  }

  @Override
  public void newRole(WorkspaceId workspace, BranchName branch) {
    roles.create(workspace, branch);
  }

  @Override
  public void newDatabase(WorkspaceId workspace, BranchName branch) {
    databases.create(workspace, branch);
  }

  @Override
  public void permissions(WorkspaceId workspace, ProjectName project) {
    permissions.edit(workspace, project);
  }

  @Override
  public void edit(Ref.OfResource ref) {
    switch (ref.name().kind()) {
      case PROJECT -> projects.edit(ref);
      case BRANCH -> branches.edit(ref);
      case ENDPOINT -> endpoints.edit(ref);
      case ROLE -> roles.edit(ref);
      case DATABASE -> databases.edit(ref);
    }
  }

  @Override
  public void delete(Ref.OfResource ref) {
    deletions.delete(ref);
  }

  @Override
  public void undelete(Ref.OfResource ref) {
    deletions.undelete(ref);
  }

  @Override
  public void generateCredential(Ref.OfResource endpoint) {
    credentials.generate(endpoint);
  }

  private void copySecret(Secret secret) {
    credentials.copy(secret);
  }

  @Override
  public void localPorts() {
    connections.ports();
  }

  @Override
  public void localPort(Ref.OfResource endpoint) {
    connections.ports(endpoint);
  }

  @Override
  public void addWorkspace() {
    workspaces.add();
  }

  @Override
  public void editWorkspace(WorkspaceId workspace) {
    workspaces.edit(workspace);
  }

  @Override
  public void removeWorkspace(WorkspaceId workspace) {
    questions.remove(workspace);
  }

  @Override
  public void explainLock(WorkspaceId workspace) {
    questions.explainLock(workspace);
  }

  @Override
  public void end() {
    credentials.wipeClipboard();
  }
}
