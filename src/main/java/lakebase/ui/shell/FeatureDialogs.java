package lakebase.ui.shell;

import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.UiContext;
import lakebase.ui.branch.BranchDialogs;
import lakebase.ui.credential.CredentialDialogs;
import lakebase.ui.delete.DeleteDialogs;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.endpoint.EndpointDialogs;
import lakebase.ui.project.ProjectDialogs;

/** The dialogs of the console's own features. */
final class FeatureDialogs implements Dialogs {

  private final ProjectDialogs projects;
  private final BranchDialogs branches;
  private final EndpointDialogs endpoints;
  private final DeleteDialogs deletions;
  private final CredentialDialogs credentials;

  FeatureDialogs(UiContext context, DialogHost host) {
    projects = new ProjectDialogs(context, host);
    branches = new BranchDialogs(context, host);
    endpoints = new EndpointDialogs(context, host);
    deletions = new DeleteDialogs(context, host);
    credentials = new CredentialDialogs(context, host);
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

  /** Roles and databases are listed only. */
  @Override
  public void edit(Ref.OfResource ref) {
    switch (ref.name().kind()) {
      case PROJECT -> projects.edit(ref);
      case BRANCH -> branches.edit(ref);
      case ENDPOINT -> endpoints.edit(ref);
      case ROLE, DATABASE -> {}
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

  @Override
  public void end() {
    credentials.wipeClipboard();
  }
}
