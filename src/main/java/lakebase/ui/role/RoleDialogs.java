package lakebase.ui.role;

import java.util.List;
import lakebase.model.AuthMethod;
import lakebase.model.BranchName;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.model.RoleSpec;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHead;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.FixedFacts;
import lakebase.ui.dialog.Places;
import lakebase.ui.dialog.ResourceDialogs;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormBuilder;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The dialogs that create and edit roles. On the FX thread. */
public final class RoleDialogs {

  private final UiContext context;
  private final ResourceDialogs dialogs;
  private final Texts texts;

  /** Dialogs shown by that host. */
  public RoleDialogs(UiContext context, DialogHost host) {
    this.context = context;
    this.dialogs = new ResourceDialogs(context, host);
    this.texts = context.texts();
  }

  /** Opens the dialog that creates a role in that branch. */
  public void create(WorkspaceId workspace, BranchName branch) {
    RoleCreation creation = new RoleCreation(context, workspace, branch);
    dialogs.create(
        new DialogHead(
            MaterialDesignA.ACCOUNT_PLUS_OUTLINE,
            texts.get("create.role"),
            Places.of(context, Ref.of(workspace, branch))),
        texts.get("create.role.action"),
        creation,
        form(creation));
  }

  /** Opens the dialog that edits that role. */
  public void edit(Ref.OfResource ref) {
    RoleName name = (RoleName) ref.name();
    dialogs.edit(ref, Role.class, api -> api.getRole(name), Role::spec, found -> edit(ref, found));
  }

  private FormPane form(RoleCreation creation) {
    PasswordNote note = new PasswordNote(context);
    creation.name.valueProperty().subscribe(now -> note.show(now.strip(), creation.nativeLogin()));
    var byPassword = creation.login.valueProperty().map(AuthMethod.PASSWORD::equals);
    note.visibleProperty().bind(byPassword);
    note.managedProperty().bind(byPassword);
    FormBuilder form =
        new FormBuilder(Checks.of(context))
            .segments(
                creation.kind,
                RoleKind.class,
                kind -> texts.of("role.kind", kind),
                it -> it.label(texts.get("role.identity")))
            .text(
                creation.name,
                it ->
                    it.label(texts.get("field.role.name"))
                        .derived(
                            creation
                                .kind
                                .valueProperty()
                                .map(kind -> texts.get("field.role.name." + kind))))
            .text(
                creation.id,
                it -> it.mono().label(texts.get("field.id")).help(texts.get("field.id.optional")))
            .choice(
                creation.login,
                RoleCreation.LOGINS,
                method -> texts.of("role.auth", method),
                it -> it.label(texts.get("role.login")).extra(note));
    rights(form, creation.superuser, creation.createdb, creation.createrole, creation.bypassrls);
    return form.build();
  }

  private ResourceDialogs.Edit<RoleSpec> edit(Ref.OfResource ref, Role found) {
    RoleEdit model = new RoleEdit(found.spec());
    FormBuilder form = new FormBuilder(Checks.of(context));
    rights(form, model.superuser, model.createdb, model.createrole, model.bypassrls);
    form.node(
        new FixedFacts(
            texts.get("edit.role.fixed"),
            List.of(
                new FixedFacts.Line(
                    texts.get("role.identity"), texts.of("role.identity", found.identityType())),
                new FixedFacts.Line(texts.get("field.role.name"), found.postgresRole()),
                new FixedFacts.Line(
                    texts.get("role.login"), texts.of("role.auth", found.authMethod())))));
    if (found.authMethod().equals(AuthMethod.PASSWORD)) {
      PasswordNote note = new PasswordNote(context);
      note.show(
          found.postgresRole(), Logins.areNative(context, ref.workspace(), found.name().branch()));
      form.node(note);
    }
    DialogHead head =
        new DialogHead(
            MaterialDesignA.ACCOUNT_OUTLINE,
            texts.get("edit.role", found.postgresRole()),
            Places.above(context, ref));
    return new ResourceDialogs.Edit<>(
        head, found.postgresRole(), model.edit, model.form(), form.build());
  }

  private void rights(
      FormBuilder form,
      FormField<Boolean> superuser,
      FormField<Boolean> createdb,
      FormField<Boolean> createrole,
      FormField<Boolean> bypassrls) {
    form.toggle(
            superuser,
            texts.get("field.superuser.word"),
            it -> it.label(texts.get("role.memberOf")).help(texts.get("field.superuser.help")))
        .toggle(
            createdb, texts.get("field.createdb.word"), it -> it.label(texts.get("role.createdb")))
        .toggle(
            createrole,
            texts.get("field.createrole.word"),
            it -> it.label(texts.get("role.createrole")))
        .toggle(
            bypassrls,
            texts.get("field.bypassrls.word"),
            it -> it.label(texts.get("role.bypassrls")));
  }
}
