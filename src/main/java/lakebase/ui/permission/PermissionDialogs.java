package lakebase.ui.permission;

import java.util.List;
import lakebase.model.AccessEntry;
import lakebase.model.AccessLevel;
import lakebase.model.AccessSpec;
import lakebase.model.Change;
import lakebase.model.ProjectName;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHead;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.EditDialog;
import lakebase.ui.dialog.EditSession;
import lakebase.ui.dialog.FixedFacts;
import lakebase.ui.dialog.KnownOrRead;
import lakebase.ui.dialog.Places;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormBuilder;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The dialog that says who may use or manage a project. On the FX thread. */
public final class PermissionDialogs {

  private final UiContext context;
  private final DialogHost host;
  private final Texts texts;

  /** Dialogs shown by that host. */
  public PermissionDialogs(UiContext context, DialogHost host) {
    this.context = context;
    this.host = host;
    this.texts = context.texts();
  }

  /** Opens it with what the service says now. */
  public void edit(WorkspaceId workspace, ProjectName project) {
    Ref.OfResource ref = Ref.of(workspace, project);
    KnownOrRead.read(
        context, host, ref, api -> api.permissions(project), list -> open(ref, project, list));
  }

  private void open(Ref.OfResource ref, ProjectName project, List<AccessEntry> list) {
    if (host.isOpen()) {
      return; // asked for twice while it was being read
    }
    PermissionEdit model = new PermissionEdit(texts, AccessSpec.of(list), me(ref));
    GrantsControl control = new GrantsControl(texts, model);
    FormBuilder form =
        new FormBuilder(Checks.of(context))
            .control(
                model.grants,
                control,
                control.first(),
                it -> it.label(texts.get("access.direct")).help(texts.get("access.help")));
    List<FixedFacts.Line> above =
        list.stream()
            .filter(AccessEntry::inherited)
            .map(entry ->
                new FixedFacts.Line(
                    entry.principal(), texts.of("access.level", new AccessLevel(entry.level()))))
            .toList();
    if (!above.isEmpty()) {
      form.heading(texts.get("access.inherited"))
          .node(new FixedFacts(texts.get("access.inherited.why"), above));
    }
    String title = Places.title(context, ref);
    EditSession<AccessSpec> session =
        new EditSession<>(
            context,
            ref,
            title,
            model.edit,
            model.form(),
            api -> AccessSpec.of(api.permissions(project)),
            (before, after) -> Change.Share.between(project, before, after));
    DialogHead head =
        new DialogHead(
            MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE, texts.get("access.title", title), "");
    new EditDialog<>(context, host, head, session, form.build()).open();
  }

  private String me(Ref.OfResource ref) {
    return context
        .store()
        .state()
        .workspace(ref.workspace())
        .map(found ->
            found.connection() instanceof Workspace.Connection.Connected(var user)
                ? user.userName()
                : "")
        .orElse("");
  }
}
