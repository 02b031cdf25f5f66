package lakebase.ui.endpoint;

import java.util.List;
import lakebase.model.BranchName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHead;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.Places;
import lakebase.ui.dialog.ResourceDialogs;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormBuilder;
import lakebase.ui.form.FormPane;
import lakebase.ui.form.PairsControl;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The dialogs that create and edit computes. On the FX thread. */
public final class EndpointDialogs {

  private final UiContext context;
  private final ResourceDialogs dialogs;
  private final Texts texts;

  /** Dialogs shown by that host. */
  public EndpointDialogs(UiContext context, DialogHost host) {
    this.context = context;
    this.dialogs = new ResourceDialogs(context, host);
    this.texts = context.texts();
  }

  /** Opens the dialog that creates a read-only compute in that branch. */
  public void create(WorkspaceId workspace, BranchName branch) {
    EndpointCreation creation = new EndpointCreation(context, workspace, branch);
    FormPane form =
        new FormBuilder(Checks.of(context))
            .text(
                creation.id,
                it -> it.mono().label(texts.get("field.id")).help(texts.get("field.id.help")))
            .size(creation.size, it -> it.label(texts.get("field.size")))
            .suspension(
                creation.suspension,
                it ->
                    it.label(texts.get("field.suspension"))
                        .help(texts.get("field.suspension.help")))
            .pairs(creation.settings, settingWords(), it -> it.label(texts.get("field.settings")))
            .build();
    dialogs.create(
        new DialogHead(
            MaterialDesignM.MEMORY,
            texts.get("create.compute"),
            Places.of(context, Ref.of(workspace, branch))),
        texts.get("create.compute.action"),
        creation,
        form);
  }

  /** Opens the dialog that edits that compute. */
  public void edit(Ref.OfResource ref) {
    EndpointName name = (EndpointName) ref.name();
    dialogs.edit(
        ref,
        Endpoint.class,
        api -> api.getEndpoint(name),
        Endpoint::spec,
        found -> edit(ref, found));
  }

  private ResourceDialogs.Edit<EndpointSpec> edit(Ref.OfResource ref, Endpoint found) {
    EndpointEdit model = new EndpointEdit(context, found.spec());
    String title = found.name().id().value();
    DialogHead head =
        new DialogHead(
            MaterialDesignM.MEMORY, texts.get("edit.compute", title), Places.above(context, ref));
    return new ResourceDialogs.Edit<>(head, title, model.edit, model.form(), form(model));
  }

  private FormPane form(EndpointEdit model) {
    return new FormBuilder(Checks.of(context))
        .size(
            model.size,
            it -> it.label(texts.get("field.size")).caution(texts.get("field.size.caution")))
        .suspension(
            model.suspension,
            it -> it.label(texts.get("field.suspension")).help(texts.get("field.suspension.help")))
        .toggle(
            model.disabled,
            texts.get("field.disabled.word"),
            it ->
                it.label(texts.get("field.disabled")).caution(texts.get("field.disabled.caution")))
        .choice(
            model.computes,
            List.of(1, 2, 3, 4),
            count -> texts.get("field.group.count", count),
            it -> it.label(texts.get("field.group")).help(texts.get("field.group.help")))
        .toggle(
            model.secondaries,
            texts.get("field.secondaries.word"),
            it ->
                it.label(texts.get("field.secondaries"))
                    .visibleWhen(model.computes.valueProperty().map(count -> count > 1)))
        .pairs(
            model.settings,
            settingWords(),
            it ->
                it.label(texts.get("field.settings")).caution(texts.get("field.settings.caution")))
        .build();
  }

  private PairsControl.Words settingWords() {
    return new PairsControl.Words(
        texts.get("field.settings.key"),
        texts.get("field.settings.value"),
        texts.get("field.settings.add"));
  }
}
