package lakebase.ui.project;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lakebase.model.ComputeDefaults;
import lakebase.model.Draft;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.ResourceId;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.Creation;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;
import lakebase.ui.form.IdProposal;
import lakebase.ui.form.Pairs;
import lakebase.ui.form.SizeInput;
import lakebase.ui.form.SuspensionInput;

/** A project to be, as entered. Starts from the service's defaults. Knows no node. */
final class ProjectCreation implements Creation {

  final FormField<String> displayName;
  final FormField<String> id;
  final FormField<PgVersion> version = FormField.free("pg_version", PgVersion.V17);
  final FormField<String> retention;
  final FormField<SizeInput> size;
  final FormField<SuspensionInput> suspension;
  final FormField<Pairs> tags;

  private final UiContext context;
  private final WorkspaceId workspace;
  private final Checks checks;

  ProjectCreation(UiContext context, WorkspaceId workspace) {
    this.context = context;
    this.workspace = workspace;
    this.checks = Checks.of(context);
    displayName =
        new FormField<>(
            "display_name", "", text -> checks.text(text, ProjectSpec.LONGEST_DISPLAY_NAME));
    id = new FormField<>("project_id", "", this::checkId);
    retention =
        new FormField<>("history_retention_duration", "7", days -> Retention.check(checks, days));
    size = new FormField<>("autoscaling_limit", SizeInput.of(SizeRange.fixed(1)), checks::size);
    suspension =
        new FormField<>(
            "suspension",
            SuspensionInput.of(Suspension.after(Duration.ofDays(1))),
            checks::suspension);
    tags = new FormField<>("custom_tags", Pairs.NONE, checks::tags);
    IdProposal.link(displayName, id);
  }

  @Override
  public WorkspaceId workspace() {
    return workspace;
  }

  @Override
  public FormModel form() {
    return FormModel.of(displayName, id, version, retention, size, suspension, tags);
  }

  @Override
  public Optional<Draft> draft() {
    if (!form().isGood()) {
      return Optional.empty();
    }
    return suspension
        .get()
        .suspension()
        .map(unused ->
            new ProjectDraft(
                new ResourceId(id.get()),
                displayName.get().strip(),
                version.get().major(),
                Retention.parse(retention.get()).orElse(null),
                null,
                new ComputeDefaults(size.get().range().orElse(null), unused, Map.of()),
                tags.get().toTags()));
  }

  @Override
  public String title() {
    return displayName.get().strip();
  }

  @Override
  public List<String> outcome() {
    Texts texts = context.texts();
    return List.of(
        texts.get("create.project.branch"),
        size.get()
            .range()
            .filter(_ -> size.problem().isEmpty())
            .map(range -> texts.get("create.project.compute", context.formats().size(range)))
            .orElseGet(() -> texts.get("create.project.compute.any")),
        texts.get("create.project.database"),
        texts.get("create.project.role"));
  }

  private Optional<String> checkId(String value) {
    return checks
        .id(value)
        .or(() -> checks.free(context.store().state(), Ref.of(workspace, ProjectName.of(value))));
  }
}
