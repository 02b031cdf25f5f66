package lakebase.ui.database;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.DatabaseSpec;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.state.BranchEntry;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHead;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.FixedFacts;
import lakebase.ui.dialog.KnownOrRead;
import lakebase.ui.dialog.Places;
import lakebase.ui.dialog.ResourceDialogs;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormBuilder;
import lakebase.ui.form.FormPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** The dialogs that create and edit databases. On the FX thread. */
public final class DatabaseDialogs {

  private final UiContext context;
  private final DialogHost host;
  private final ResourceDialogs dialogs;
  private final Texts texts;

  /** Dialogs shown by that host. */
  public DatabaseDialogs(UiContext context, DialogHost host) {
    this.context = context;
    this.host = host;
    this.dialogs = new ResourceDialogs(context, host);
    this.texts = context.texts();
  }

  /** Opens the dialog that creates a database in that branch. */
  public void create(WorkspaceId workspace, BranchName branch) {
    withRoles(Ref.of(workspace, branch), branch, roles -> create(workspace, branch, roles));
  }

  /** Opens the dialog that edits that database. */
  public void edit(Ref.OfResource ref) {
    DatabaseName name = (DatabaseName) ref.name();
    withRoles(
        ref,
        name.branch(),
        roles ->
            dialogs.edit(
                ref,
                Database.class,
                api -> api.getDatabase(name),
                Database::spec,
                found -> edit(ref, found, new Owners(roles))));
  }

  private void create(WorkspaceId workspace, BranchName branch, List<Role> roles) {
    DatabaseCreation creation = new DatabaseCreation(context, workspace, branch, roles);
    FormPane form =
        new FormBuilder(Checks.of(context))
            .text(
                creation.name,
                it ->
                    it.mono()
                        .label(texts.get("field.database.name"))
                        .help(texts.get("field.database.help")))
            .choice(
                creation.owner,
                creation.owners().choices(creation.owner.get()),
                role -> word(creation.owners(), role),
                it -> it.label(texts.get("database.owner")).help(texts.get("field.owner.help")))
            .text(
                creation.id,
                it -> it.mono().label(texts.get("field.id")).help(texts.get("field.id.optional")))
            .build();
    dialogs.create(
        new DialogHead(
            MaterialDesignD.DATABASE_PLUS_OUTLINE,
            texts.get("create.database"),
            Places.of(context, Ref.of(workspace, branch))),
        texts.get("create.database.action"),
        creation,
        form);
  }

  private ResourceDialogs.Edit<DatabaseSpec> edit(
      Ref.OfResource ref, Database found, Owners owners) {
    DatabaseEdit model = new DatabaseEdit(texts, found.spec(), others(ref, found));
    FormPane form =
        new FormBuilder(Checks.of(context))
            .text(
                model.name,
                it ->
                    it.mono()
                        .label(texts.get("field.database.name"))
                        .caution(texts.get("field.database.caution")))
            .choice(
                model.owner,
                owners.choices(model.owner.get()),
                role -> word(owners, role),
                it -> it.label(texts.get("database.owner")).help(texts.get("field.owner.help")))
            .node(
                new FixedFacts(
                    texts.get("edit.database.fixed"),
                    List.of(new FixedFacts.Line(texts.get("field.id"), found.name().id().value()))))
            .build();
    String title = found.spec().postgresDatabase();
    DialogHead head =
        new DialogHead(
            MaterialDesignD.DATABASE_OUTLINE,
            texts.get("edit.database", title),
            Places.above(context, ref));
    return new ResourceDialogs.Edit<>(head, title, model.edit, model.form(), form);
  }

  private String word(Owners owners, Optional<RoleName> role) {
    return role.map(owners::word).orElseGet(() -> texts.get("value.none"));
  }

  private List<Database> others(Ref.OfResource ref, Database mine) {
    return entry(ref, mine.name().branch())
        .map(entry ->
            entry.databases().values().stream()
                .filter(other -> !other.name().equals(mine.name()))
                .toList())
        .orElse(List.of());
  }

  /** The owner is one of the branch's roles; where they are not known they are read first. */
  private void withRoles(Ref.OfResource ref, BranchName branch, Consumer<List<Role>> next) {
    entry(ref, branch)
        .filter(entry -> entry.roles().isLoaded())
        .map(entry -> List.copyOf(entry.roles().values()))
        .ifPresentOrElse(
            next,
            () ->
                KnownOrRead.read(
                    context,
                    host,
                    ref,
                    api -> api.listRoles(branch).all(),
                    roles -> {
                      if (!host.isOpen()) { // else it was asked for twice
                        next.accept(roles);
                      }
                    }));
  }

  private Optional<BranchEntry> entry(Ref.OfResource ref, BranchName branch) {
    return context
        .store()
        .state()
        .workspace(ref.workspace())
        .flatMap(found -> found.inventory().branch(branch));
  }
}
