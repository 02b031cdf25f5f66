package lakebase.ui.role;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lakebase.model.AuthMethod;
import lakebase.model.BranchName;
import lakebase.model.Draft;
import lakebase.model.ResourceId;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleDraft;
import lakebase.model.RoleSpec;
import lakebase.state.BranchEntry;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.Creation;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;

/** A role to be, as entered. Knows no node. */
final class RoleCreation implements Creation {

  static final List<AuthMethod> LOGINS =
      List.of(AuthMethod.OAUTH, AuthMethod.PASSWORD, AuthMethod.NO_LOGIN);

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_IDENTIFIER = 63;

  final FormField<RoleKind> kind;
  final FormField<String> name;
  final FormField<AuthMethod> login;
  final FormField<Boolean> superuser = FormField.free("membership_roles", false);
  final FormField<Boolean> createdb = FormField.free("createdb", false);
  final FormField<Boolean> createrole = FormField.free("createrole", false);
  final FormField<Boolean> bypassrls = FormField.free("bypassrls", false);
  final FormField<String> id;

  private final UiContext context;
  private final Texts texts;
  private final WorkspaceId workspace;
  private final BranchName branch;
  private final Checks checks;
  private String proposed = "";

  RoleCreation(UiContext context, WorkspaceId workspace, BranchName branch) {
    this.context = context;
    this.texts = context.texts();
    this.workspace = workspace;
    this.branch = branch;
    this.checks = Checks.of(context);
    kind = FormField.free("identity_type", RoleKind.USER);
    name = new FormField<>("postgres_role", "", this::checkName);
    login = new FormField<>("auth_method", RoleKind.USER.usualLogin(), this::checkLogin);
    id = new FormField<>("role_id", "", this::checkId);
    kind.valueProperty()
        .addListener((_, _, now) -> {
          login.set(now.usualLogin());
          name.checkAgain();
          login.checkAgain();
          propose();
        });
    name.valueProperty().addListener((_, _, _) -> propose());
  }

  /** Whether passwords of Postgres are accepted in the project. */
  boolean nativeLogin() {
    return Logins.areNative(context, workspace, branch);
  }

  @Override
  public WorkspaceId workspace() {
    return workspace;
  }

  @Override
  public FormModel form() {
    return FormModel.of(kind, name, login, superuser, createdb, createrole, bypassrls, id);
  }

  @Override
  public Optional<Draft> draft() {
    if (!form().isGood()) {
      return Optional.empty();
    }
    return Optional.of(
        new RoleDraft(
            branch,
            id.get().isEmpty() ? null : new ResourceId(id.get()),
            title(),
            kind.get().identity(),
            login.get(),
            new RoleSpec(
                superuser.get() ? List.of(RoleEdit.SUPERUSER) : List.of(),
                new RoleAttributes(createdb.get(), createrole.get(), bypassrls.get())),
            false));
  }

  @Override
  public String title() {
    return name.get().strip();
  }

  @Override
  public List<String> outcome() {
    List<String> facts = new ArrayList<>();
    facts.add(texts.get("create.role.fact." + kind.get(), branch.id().value()));
    facts.add(texts.get("create.role.login." + login.get().value()));
    if (login.get().equals(AuthMethod.PASSWORD)) {
      facts.add(texts.get(nativeLogin() ? "role.native.on" : "role.native.off"));
    }
    facts.add(texts.get(superuser.get() ? "create.role.superuser" : "create.role.grants"));
    return facts;
  }

  private void propose() {
    if (id.get().equals(proposed)) {
      proposed = kind.get().proposeId(title());
      id.set(proposed);
    }
  }

  private Optional<String> checkName(String value) {
    String stripped = value.strip();
    return checks
        .text(stripped, LONGEST_NAME)
        .or(() -> ofKind(stripped))
        .or(() ->
            known()
                    .anyMatch(entry ->
                        entry.roles().values().stream()
                            .anyMatch(role -> role.postgresRole().equals(stripped)))
                ? Optional.of(texts.get("field.role.taken"))
                : Optional.empty());
  }

  private Optional<String> ofKind(String value) {
    boolean isAddress = value.matches("[^@\\s]+@[^@\\s]+");
    boolean fits = value.getBytes(StandardCharsets.UTF_8).length <= LONGEST_IDENTIFIER;
    if (value.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(texts.get("field.role.control"));
    }
    return switch (kind.get()) {
      case USER -> isAddress ? Optional.empty() : Optional.of(texts.get("field.role.address"));
      case PLAIN -> fits ? Optional.empty() : Optional.of(texts.get("field.role.long"));
      case SERVICE_PRINCIPAL, GROUP -> Optional.empty();
    };
  }

  /** Without an identity there is nobody whose token it could be. */
  private Optional<String> checkLogin(AuthMethod method) {
    return kind.get() == RoleKind.PLAIN && method.equals(AuthMethod.OAUTH)
        ? Optional.of(texts.get("field.login.plain"))
        : Optional.empty();
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
                .find(Ref.of(workspace, branch.role(value)))
                .map(_ -> texts.get("field.id.taken")));
  }

  private Stream<BranchEntry> known() {
    return context
        .store()
        .state()
        .workspace(workspace)
        .flatMap(found -> found.inventory().branch(branch))
        .stream();
  }
}
