package lakebase.ui.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lakebase.model.BranchName;
import lakebase.model.ComputeDefaults;
import lakebase.model.Draft;
import lakebase.model.EndpointDraft;
import lakebase.model.EndpointType;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.Creation;
import lakebase.ui.form.Checks;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;
import lakebase.ui.form.Pairs;
import lakebase.ui.form.SizeInput;
import lakebase.ui.form.SuspensionInput;

/** A read-only compute to be, as entered. Starts from the project's defaults. Knows no node. */
final class EndpointCreation implements Creation {

  /** The service refuses shorter ids of computes (contract §3.4). */
  private static final int SHORTEST_ID = 3;

  final FormField<String> id;
  final FormField<SizeInput> size;
  final FormField<SuspensionInput> suspension;
  final FormField<Pairs> settings;

  private final UiContext context;
  private final WorkspaceId workspace;
  private final BranchName branch;
  private final Checks checks;

  EndpointCreation(UiContext context, WorkspaceId workspace, BranchName branch) {
    this.context = context;
    this.workspace = workspace;
    this.branch = branch;
    this.checks = Checks.of(context);
    ComputeDefaults defaults = defaults();
    id = new FormField<>("endpoint_id", "", this::checkId);
    size = new FormField<>("autoscaling_limit", SizeInput.of(defaults.size()), checks::size);
    suspension =
        new FormField<>(
            "suspension", SuspensionInput.of(defaults.suspension()), checks::suspension);
    settings = new FormField<>("pg_settings", Pairs.NONE, checks::settings);
  }

  @Override
  public WorkspaceId workspace() {
    return workspace;
  }

  @Override
  public FormModel form() {
    return FormModel.of(id, size, suspension, settings);
  }

  @Override
  public Optional<Draft> draft() {
    return form().isGood()
        ? Optional.of(
            new EndpointDraft(
                branch.endpoint(id.get()),
                EndpointType.READ_ONLY,
                size.get().range().orElse(null),
                suspension.get().suspension().orElse(null),
                null,
                settings.get().toMap(),
                false,
                false))
        : Optional.empty();
  }

  @Override
  public String title() {
    return id.get();
  }

  @Override
  public List<String> outcome() {
    return List.of(
        context.texts().get("create.compute.reads", branch.id().value()),
        context.texts().get("create.compute.host"),
        context.texts().get("create.compute.follows"));
  }

  private Optional<String> checkId(String value) {
    return checks
        .id(value)
        .or(() ->
            value.length() < SHORTEST_ID
                ? Optional.of(context.texts().get("field.compute.id.short"))
                : Optional.empty())
        .or(() -> checks.free(context.store().state(), Ref.of(workspace, branch.endpoint(value))));
  }

  private ComputeDefaults defaults() {
    return context
        .store()
        .state()
        .workspace(workspace)
        .flatMap(found -> found.inventory().project(branch.project()))
        .map(entry -> entry.project().spec().computeDefaults())
        .filter(found -> found.size() != null)
        .orElseGet(() ->
            new ComputeDefaults(
                SizeRange.fixed(1), Suspension.after(Suspension.LONGEST), Map.of()));
  }
}
