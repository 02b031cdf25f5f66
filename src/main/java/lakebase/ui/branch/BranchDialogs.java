package lakebase.ui.branch;

import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSpec;
import lakebase.model.ProjectName;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.Lifecycle;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHead;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.Places;
import lakebase.ui.dialog.ResourceDialogs;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormBuilder;
import lakebase.ui.form.FormPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The dialogs that create and edit branches. On the FX thread. */
public final class BranchDialogs {

  private final UiContext context;
  private final ResourceDialogs dialogs;
  private final Texts texts;

  /** Dialogs shown by that host. */
  public BranchDialogs(UiContext context, DialogHost host) {
    this.context = context;
    this.dialogs = new ResourceDialogs(context, host);
    this.texts = context.texts();
  }

  /** Opens the dialog that creates a branch; the parent is proposed. */
  public void create(WorkspaceId workspace, ProjectName project, BranchName parent) {
    BranchCreation creation = new BranchCreation(context, workspace, project, parent);
    FormPane form =
        new FormBuilder(Checks.of(context))
            .text(
                creation.id,
                it -> it.mono().label(texts.get("field.id")).help(texts.get("field.id.help")))
            .choice(
                creation.parent,
                creation.parents(),
                name -> name.id().value(),
                it -> it.label(texts.get("field.parent")))
            .point(
                creation.point, creation.windowProperty(), it -> it.label(texts.get("field.point")))
            .expiration(creation.expiration, it -> it.label(texts.get("field.expiration")))
            .toggle(
                creation.isProtected,
                texts.get("field.protected.word"),
                it ->
                    it.label(texts.get("field.protected")).help(texts.get("field.protected.help")))
            .build();
    Lifecycle.of(form)
        .watch(context.store(), creation::parentIn, _ -> creation.look())
        .whileShowing(() -> creation.parent.valueProperty().subscribe(creation::read)::unsubscribe);
    dialogs.create(
        new DialogHead(
            MaterialDesignS.SOURCE_BRANCH,
            texts.get("create.branch"),
            Places.of(context, Ref.of(workspace, project))),
        texts.get("create.branch.action"),
        creation,
        form);
  }

  /** Opens the dialog that edits that branch. */
  public void edit(Ref.OfResource ref) {
    BranchName name = (BranchName) ref.name();
    dialogs.edit(
        ref, Branch.class, api -> api.getBranch(name), Branch::spec, found -> edit(ref, found));
  }

  private ResourceDialogs.Edit<BranchSpec> edit(Ref.OfResource ref, Branch found) {
    BranchEdit model = new BranchEdit(context, ref, found.spec());
    FormPane form =
        new FormBuilder(Checks.of(context))
            .toggle(
                model.isProtected,
                texts.get("field.protected.word"),
                it ->
                    it.label(texts.get("field.protected")).help(texts.get("field.protected.help")))
            .expiration(model.expiration, it -> it.label(texts.get("field.expiration")))
            .build();
    String title = found.name().id().value();
    DialogHead head =
        new DialogHead(
            MaterialDesignS.SOURCE_BRANCH,
            texts.get("edit.branch", title),
            Places.above(context, ref));
    return new ResourceDialogs.Edit<>(head, title, model.edit, model.form(), form);
  }
}
