package lakebase.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.Lifecycle;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHost;

/** The plainest features that fill a window, which record what the shell asks of them. */
record FakeFeatures(List<String> calls) implements Features {

  @Override
  public Part tree(UiContext context) {
    TextField filter = new TextField();
    filter.setId("filter");
    TreeView<String> tree = new TreeView<>(new TreeItem<>("Local workspace"));
    tree.setId("tree");
    return new Part(new VBox(filter, tree), filter::requestFocus);
  }

  @Override
  public Part search(UiContext context) {
    TextField field = new TextField();
    field.setId("search");
    return new Part(field, field::requestFocus);
  }

  @Override
  public Region tasks(UiContext context) {
    Label rows = new Label("rows");
    VBox tasks = new VBox(new TextField("Background tasks"), rows);
    tasks.setId("tasks");
    Lifecycle.of(tasks)
        .watch(
            context.store(),
            state -> state.settings().tasksOpen(),
            open -> {
              rows.setVisible(open);
              rows.setManaged(open);
            });
    return tasks;
  }

  @Override
  public Region news(UiContext context) {
    Region none = new Region();
    none.setMouseTransparent(true);
    return none;
  }

  @Override
  public DetailPage detail(UiContext context, Ref first) {
    calls.add("page");
    TextField title = new TextField();
    title.setId("title");
    return new DetailPage(new VBox(title), ref -> title.setText(ref.toString()));
  }

  @Override
  public Node status(UiContext context) {
    return new Label("more");
  }

  @Override
  public Dialogs dialogs(UiContext context, DialogHost host) {
    return new RecordedDialogs(calls);
  }

  private record RecordedDialogs(List<String> calls) implements Dialogs {
    @Override
    public void end() {
      calls.add("end");
    }

    @Override
    public void addWorkspace() {
      calls.add("addWorkspace");
    }

    @Override
    public void editWorkspace(WorkspaceId workspace) {
      calls.add("editWorkspace " + workspace);
    }

    @Override
    public void removeWorkspace(WorkspaceId workspace) {
      calls.add("removeWorkspace " + workspace);
    }

    @Override
    public void explainLock(WorkspaceId workspace) {
      calls.add("explainLock " + workspace);
    }

    @Override
    public void newProject(WorkspaceId workspace) {
      calls.add("newProject " + workspace);
    }

    @Override
    public void newBranch(WorkspaceId workspace, ProjectName project, BranchName parent) {
      calls.add("newBranch " + parent);
    }

    @Override
    public void newCompute(WorkspaceId workspace, BranchName branch) {
      calls.add("newCompute " + branch);
    }

    @Override
    public void newRole(WorkspaceId workspace, BranchName branch) {
      calls.add("newRole " + branch);
    }

    @Override
    public void newDatabase(WorkspaceId workspace, BranchName branch) {
      calls.add("newDatabase " + branch);
    }

    @Override
    public void permissions(WorkspaceId workspace, ProjectName project) {
      calls.add("permissions " + project);
    }

    @Override
    public void edit(Ref.OfResource ref) {
      calls.add("edit " + ref.name());
    }

    @Override
    public void delete(Ref.OfResource ref) {
      calls.add("delete " + ref.name());
    }

    @Override
    public void undelete(Ref.OfResource ref) {
      calls.add("undelete " + ref.name());
    }

    @Override
    public void generateCredential(Ref.OfResource endpoint) {
      calls.add("generateCredential " + endpoint.name());
    }

    @Override
    public void localPorts() {
      calls.add("localPorts");
    }

    @Override
    public void localPort(Ref.OfResource endpoint) {
      calls.add("localPort " + endpoint.name());
    }
  }
}
