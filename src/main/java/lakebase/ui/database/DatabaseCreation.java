package lakebase.ui.database;

import java.util.List;
import java.util.Optional;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.DatabaseDraft;
import lakebase.model.DatabaseSpec;
import lakebase.model.Draft;
import lakebase.model.ResourceId;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.Creation;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;
import lakebase.ui.form.IdProposal;

/** A database to be, as entered. Knows no node. */
final class DatabaseCreation implements Creation {

  final FormField<String> name;
  final FormField<Optional<RoleName>> owner;
  final FormField<String> id;

  private final UiContext context;
  private final Texts texts;
  private final WorkspaceId workspace;
  private final BranchName branch;
  private final Checks checks;
  private final Owners owners;

  DatabaseCreation(UiContext context, WorkspaceId workspace, BranchName branch, List<Role> roles) {
    this.context = context;
    this.texts = context.texts();
    this.workspace = workspace;
    this.branch = branch;
    this.checks = Checks.of(context);
    this.owners = new Owners(roles);
    name = new FormField<>("postgres_database", "", this::checkName);
    owner = new FormField<>("role", owners.usual(context, workspace), this::checkOwner);
    id = new FormField<>("database_id", "", this::checkId);
    IdProposal.link(name, id);
  }

  /** Who can own it. */
  Owners owners() {
    return owners;
  }

  @Override
  public WorkspaceId workspace() {
    return workspace;
  }

  @Override
  public FormModel form() {
    return FormModel.of(name, owner, id);
  }

  @Override
  public Optional<Draft> draft() {
    return form().isGood()
        ? owner
            .get()
            .map(role ->
                new DatabaseDraft(
                    branch,
                    id.get().isEmpty() ? null : new ResourceId(id.get()),
                    new DatabaseSpec(title(), role),
                    false))
        : Optional.empty();
  }

  @Override
  public String title() {
    return name.get().strip();
  }

  @Override
  public List<String> outcome() {
    return List.of(
        texts.get("create.database.fact", branch.id().value()),
        owner
            .get()
            .map(role -> texts.get("create.database.owner", owners.word(role)))
            .orElseGet(() -> texts.get("create.database.owner.none")),
        texts.get("create.database.children"));
  }

  private Optional<String> checkName(String value) {
    List<Database> known =
        context
            .store()
            .state()
            .workspace(workspace)
            .flatMap(found -> found.inventory().branch(branch))
            .map(entry -> List.copyOf(entry.databases().values()))
            .orElse(List.of());
    return DatabaseNames.check(texts, value.strip(), known);
  }

  private Optional<String> checkOwner(Optional<RoleName> role) {
    return role.isEmpty() ? Optional.of(texts.get("field.owner.required")) : Optional.empty();
  }

  private Optional<String> checkId(String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return checks
        .id(value)
        .or(() ->
            context
                .store()
                .state()
                .find(Ref.of(workspace, branch.database(value)))
                .map(_ -> texts.get("field.id.taken")));
  }
}
