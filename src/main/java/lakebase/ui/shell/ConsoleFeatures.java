package lakebase.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import lakebase.model.ResourceKind;
import lakebase.state.Ref;
import lakebase.task.Roster;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceDialogs;
import lakebase.ui.branch.BranchDetail;
import lakebase.ui.connect.ConnectServices;
import lakebase.ui.connect.PortsLink;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.endpoint.EndpointDetail;
import lakebase.ui.project.ProjectDetail;
import lakebase.ui.search.SearchBox;
import lakebase.ui.tasks.TaskToasts;
import lakebase.ui.tasks.TasksPane;
import lakebase.ui.tree.TreePane;
import lakebase.ui.workspace.WorkspaceDetail;

/** The console's own features. */
public final class ConsoleFeatures implements Features {

  /** Makes the dialogs that add and edit workspaces. */
  @FunctionalInterface
  public interface WorkspaceDialogsMaker {
    WorkspaceDialogs make(UiContext context, DialogHost host);
  }

  private final Roster roster;
  private final WorkspaceDialogsMaker workspaces;
  private final ConnectServices connect;

  /** The features of a console with those workspaces, which connects by those services. */
  public ConsoleFeatures(Roster roster, WorkspaceDialogsMaker workspaces, ConnectServices connect) {
    this.roster = roster;
    this.workspaces = workspaces;
    this.connect = connect;
  }

  @Override
  public Part tree(UiContext context) {
    TreePane tree = new TreePane(context);
    return new Part(tree, tree::focusFilter);
  }

  @Override
  public Part search(UiContext context) {
    SearchBox search = new SearchBox(context);
    return new Part(search, search::focusField);
  }

  @Override
  public Region tasks(UiContext context) {
    return new TasksPane(context);
  }

  @Override
  public Region news(UiContext context) {
    return new TaskToasts(context);
  }

  @Override
  public DetailPage detail(UiContext context, Ref first) {
    return switch (first) {
      case Ref.OfWorkspace _ -> {
        WorkspaceDetail page = new WorkspaceDetail(context);
        yield new DetailPage(page, page::show);
      }
      case Ref.OfResource(var _, var name) -> ofResource(context, name.kind());
    };
  }

  @Override
  public Node status(UiContext context) {
    return new PortsLink(context, connect);
  }

  @Override
  public Dialogs dialogs(UiContext context, DialogHost host) {
    return new FeatureDialogs(context, host, roster, workspaces.make(context, host), connect);
  }

  private static DetailPage ofResource(UiContext context, ResourceKind kind) {
    return switch (kind) {
      case PROJECT -> {
        ProjectDetail page = new ProjectDetail(context);
        yield new DetailPage(page, page::show);
      }
      case ENDPOINT -> {
        EndpointDetail page = new EndpointDetail(context);
        yield new DetailPage(page, page::show);
      }
      // Roles and databases are listed by their branch, and never selected.
      case BRANCH, ROLE, DATABASE -> {
        BranchDetail page = new BranchDetail(context);
        yield new DetailPage(page, page::show);
      }
    };
  }
}
