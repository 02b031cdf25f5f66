package lakebase.ui.project;

import java.util.List;
import java.util.stream.Stream;
import lakebase.model.BranchName;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.state.BranchEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHead;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.ResourceDialogs;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** The dialogs that create and edit projects. On the FX thread. */
public final class ProjectDialogs {

  private final UiContext context;
  private final ResourceDialogs dialogs;
  private final Texts texts;
  private final ProjectForms forms;

  /** Dialogs shown by that host. */
  public ProjectDialogs(UiContext context, DialogHost host) {
    this.context = context;
    this.dialogs = new ResourceDialogs(context, host);
    this.texts = context.texts();
    this.forms = new ProjectForms(context);
  }

  /** Opens the dialog that creates a project. */
  public void create(WorkspaceId workspace) {
    ProjectCreation creation = new ProjectCreation(context, workspace);
    String where = context.store().state().workspace(workspace).map(Workspace::name).orElse("");
    dialogs.create(
        new DialogHead(MaterialDesignD.DATABASE, texts.get("create.project"), where),
        texts.get("create.project.action"),
        creation,
        forms.create(creation));
  }

  /** Opens the dialog that edits that project. */
  public void edit(Ref.OfResource ref) {
    ProjectName name = (ProjectName) ref.name();
    dialogs.edit(
        ref, Project.class, api -> api.getProject(name), Project::spec, found -> edit(ref, found));
  }

  private ResourceDialogs.Edit<ProjectSpec> edit(Ref.OfResource ref, Project found) {
    ProjectName name = found.name();
    ProjectEdit model = new ProjectEdit(context, name, found.spec());
    String title = found.displayName();
    DialogHead head =
        new DialogHead(
            MaterialDesignD.DATABASE,
            texts.get("edit.project", title),
            title.equals(name.id().value()) ? "" : name.id().value());
    return new ResourceDialogs.Edit<>(
        head,
        title,
        model.edit,
        model.form(),
        forms.edit(model, branches(ref, name, model.defaultBranch.get())));
  }

  /** The branches that can be the default; what is now is always among them. */
  private List<BranchName> branches(Ref.OfResource ref, ProjectName name, BranchName now) {
    return Stream.concat(
            Stream.of(now),
            context
                .store()
                .state()
                .workspace(ref.workspace())
                .flatMap(found -> found.inventory().project(name))
                .stream()
                .flatMap(entry -> entry.branches().values().stream())
                .map(BranchEntry::branch)
                .filter(branch -> !branch.metadata().isDeleted())
                .map(branch -> branch.name()))
        .distinct()
        .toList();
  }
}
