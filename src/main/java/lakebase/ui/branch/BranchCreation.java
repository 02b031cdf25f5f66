package lakebase.ui.branch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lakebase.model.Branch;
import lakebase.model.BranchDraft;
import lakebase.model.BranchName;
import lakebase.model.Draft;
import lakebase.model.Expiration;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.Resource;
import lakebase.model.SizeRange;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.Creation;
import lakebase.ui.form.Checks;
import lakebase.ui.form.ExpirationInput;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;
import lakebase.ui.form.PointInput;
import lakebase.ui.form.PointWindow;

/** A branch to be, as entered. Knows no node. */
final class BranchCreation implements Creation {

  final FormField<String> id;
  final FormField<BranchName> parent;
  final FormField<PointInput> point;
  final FormField<ExpirationInput> expiration;
  final FormField<Boolean> isProtected;

  private final UiContext context;
  private final Texts texts;
  private final WorkspaceId workspace;
  private final ProjectName project;
  private final Checks checks;
  private final ReadOnlyObjectWrapper<PointWindow> window = new ReadOnlyObjectWrapper<>();

  BranchCreation(
      UiContext context, WorkspaceId workspace, ProjectName project, BranchName parentBranch) {
    this.context = context;
    this.texts = context.texts();
    this.workspace = workspace;
    this.project = project;
    this.checks = Checks.of(context);
    id = new FormField<>("branch_id", "", this::checkId);
    parent = new FormField<>("source_branch", parentBranch, this::checkParent);
    point = new FormField<>("point", PointInput.NOW, input -> checks.point(input, window()));
    expiration = new FormField<>("expiration", ExpirationInput.NONE, checks::expiration);
    isProtected = FormField.free("is_protected", false);
    if (parent.problem().isPresent()) {
      parent.left();
    }
    parent.valueProperty().subscribe(_ -> look());
  }

  /** The part of the parent's history that can be chosen from, as of the last look at it. */
  ReadOnlyObjectProperty<PointWindow> windowProperty() {
    return window.getReadOnlyProperty();
  }

  /** What that state knows of the parent. */
  Optional<Resource> parentIn(AppState state) {
    return state.find(Ref.of(workspace, parent.get()));
  }

  /** Has that parent read again: how far its history goes back changes by itself. */
  void read(BranchName name) {
    context.inventories().refresh(Ref.of(workspace, name));
  }

  /** Looks again at what is known of the parent and its history. */
  void look() {
    window.set(window());
    point.checkAgain();
  }

  /** The branches that can be chosen as the parent; the proposed one is always among them. */
  List<BranchName> parents() {
    return Stream.concat(
            Stream.of(parent.get()), Children.living(context, workspace, project).map(Branch::name))
        .distinct()
        .toList();
  }

  @Override
  public WorkspaceId workspace() {
    return workspace;
  }

  @Override
  public FormModel form() {
    return FormModel.of(id, parent, point, expiration, isProtected);
  }

  @Override
  public Optional<Draft> draft() {
    Optional<Expiration> expires = expiration.get().forCreation(context.clock());
    return form().isGood() && expires.isPresent()
        ? point
            .get()
            .point(context.clock())
            .map(at ->
                new BranchDraft(
                    project.branch(id.get()),
                    parent.get(),
                    at,
                    expires.get(),
                    isProtected.get(),
                    false))
        : Optional.empty();
  }

  @Override
  public String title() {
    return id.get();
  }

  @Override
  public List<String> outcome() {
    String from = parent.get().id().value();
    List<String> facts = new ArrayList<>();
    facts.add(texts.get("create.branch.data." + point.get().choice(), from));
    facts.add(texts.get("create.branch.compute", size()));
    facts.add(texts.get("create.branch.inherits", from));
    if (expiration.get().choice() != ExpirationInput.Choice.NONE
        && expiration.get().choice() != ExpirationInput.Choice.NEVER) {
      facts.add(texts.get("create.branch.expires"));
    }
    return facts;
  }

  private Optional<String> checkId(String value) {
    return checks
        .id(value)
        .or(() -> checks.free(context.store().state(), Ref.of(workspace, project.branch(value))));
  }

  /** A branch that expires cannot have children (contract §3.3). */
  private Optional<String> checkParent(BranchName name) {
    return context
        .store()
        .state()
        .find(Ref.of(workspace, name))
        .filter(found -> found instanceof Branch branch && branch.spec().expires())
        .map(_ -> texts.get("field.parent.expires", name.id().value()));
  }

  private Optional<ProjectSpec> projectSpec() {
    return context
        .store()
        .state()
        .find(Ref.of(workspace, project))
        .map(found -> ((Project) found).spec());
  }

  private PointWindow window() {
    Branch known = parentIn(context.store().state()).map(Branch.class::cast).orElse(null);
    return History.window(known, projectSpec().orElse(null), context.clock().instant());
  }

  private String size() {
    SizeRange size = projectSpec().map(spec -> spec.computeDefaults().size()).orElse(null);
    return size == null ? texts.get("create.size.default") : context.formats().size(size);
  }
}
