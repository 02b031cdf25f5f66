package lakebase.ui.project;

import java.util.List;
import java.util.Optional;
import lakebase.model.BranchName;
import lakebase.model.ComputeDefaults;
import lakebase.model.MaskTable;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.ui.UiContext;
import lakebase.ui.form.Checks;
import lakebase.ui.form.EditBinding;
import lakebase.ui.form.EditModel;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;
import lakebase.ui.form.Pairs;
import lakebase.ui.form.SizeInput;
import lakebase.ui.form.SuspensionInput;

/** The edit of a project. Knows no node. */
final class ProjectEdit {

  private static final String DEFAULTS = "spec.default_endpoint_settings.";

  final EditModel<ProjectSpec> edit;
  final FormField<String> displayName;
  final FormField<String> retention;
  final FormField<BranchName> defaultBranch;
  final FormField<Boolean> nativeLogin;
  final FormField<String> budgetPolicy;
  final FormField<Pairs> tags;
  final FormField<SizeInput> size;
  final FormField<SuspensionInput> suspension;
  final FormField<Pairs> settings;

  ProjectEdit(UiContext context, ProjectName name, ProjectSpec base) {
    Checks checks = Checks.of(context);
    ComputeDefaults defaults = base.computeDefaults();
    edit = new EditModel<>(MaskTable.PROJECT, base);
    displayName =
        new FormField<>(
            "display_name",
            base.displayName(),
            text -> checks.text(text, ProjectSpec.LONGEST_DISPLAY_NAME));
    retention =
        new FormField<>(
            "history_retention_duration",
            Retention.text(base.historyRetention()),
            days -> Retention.check(checks, days));
    defaultBranch = FormField.free("default_branch", branch(name, base));
    nativeLogin = FormField.free("enable_pg_native_login", base.pgNativeLogin());
    budgetPolicy = FormField.free("budget_policy_id", text(base));
    tags = new FormField<>("custom_tags", Pairs.of(base.customTags()), checks::tags);
    size = new FormField<>("autoscaling_limit", SizeInput.of(defaults.size()), checks::size);
    suspension =
        new FormField<>(
            "suspension", SuspensionInput.of(defaults.suspension()), checks::suspension);
    settings = new FormField<>("pg_settings", Pairs.of(defaults.pgSettings()), checks::settings);
    bindProject(name);
    bindDefaults();
  }

  FormModel form() {
    return FormModel.of(
        displayName,
        retention,
        defaultBranch,
        nativeLogin,
        budgetPolicy,
        tags,
        size,
        suspension,
        settings);
  }

  private void bindProject(ProjectName name) {
    bind(
        displayName,
        "spec.display_name",
        new EditBinding.Part<>(
            ProjectSpec::displayName,
            (spec, text) -> Optional.of(spec.withDisplayName(text.strip()))));
    bind(
        retention,
        "spec.history_retention_duration",
        new EditBinding.Part<>(
            spec -> Retention.text(spec.historyRetention()),
            (spec, days) -> Retention.parse(days).map(spec::withHistoryRetention)));
    bind(
        defaultBranch,
        "spec.default_branch",
        new EditBinding.Part<>(
            spec -> branch(name, spec),
            (spec, branch) -> Optional.of(spec.withDefaultBranch(branch))));
    bind(
        nativeLogin,
        "spec.enable_pg_native_login",
        new EditBinding.Part<>(
            ProjectSpec::pgNativeLogin, (spec, on) -> Optional.of(spec.withPgNativeLogin(on))));
    bind(
        budgetPolicy,
        "spec.budget_policy_id",
        new EditBinding.Part<>(
            ProjectEdit::text,
            (spec, id) -> Optional.of(spec.withBudgetPolicyId(id.isBlank() ? null : id.strip()))));
    bind(
        tags,
        "spec.custom_tags",
        new EditBinding.Part<>(
            spec -> Pairs.of(spec.customTags()),
            (spec, pairs) -> Optional.of(spec.withCustomTags(pairs.toTags()))));
  }

  private void bindDefaults() {
    EditBinding.bind(
        edit,
        size,
        List.of(DEFAULTS + "autoscaling_limit_min_cu", DEFAULTS + "autoscaling_limit_max_cu"),
        spec -> SizeInput.of(spec.computeDefaults().size()),
        (spec, input) ->
            input
                .range()
                .map(range -> spec.withComputeDefaults(spec.computeDefaults().withSize(range))));
    bind(
        suspension,
        DEFAULTS + "suspension",
        new EditBinding.Part<>(
            spec -> SuspensionInput.of(spec.computeDefaults().suspension()),
            (spec, input) ->
                input
                    .suspension()
                    .map(value ->
                        spec.withComputeDefaults(spec.computeDefaults().withSuspension(value)))));
    bind(
        settings,
        DEFAULTS + "pg_settings",
        new EditBinding.Part<>(
            spec -> Pairs.of(spec.computeDefaults().pgSettings()),
            (spec, pairs) ->
                Optional.of(
                    spec.withComputeDefaults(
                        spec.computeDefaults().withPgSettings(pairs.toMap())))));
  }

  private <V> void bind(FormField<V> field, String path, EditBinding.Part<ProjectSpec, V> part) {
    EditBinding.bind(edit, field, List.of(path), part.read(), part.write());
  }

  /** Where the service names no default branch, the one that it makes with every project. */
  private static BranchName branch(ProjectName name, ProjectSpec spec) {
    BranchName branch = spec.defaultBranch();
    return branch == null ? name.branch("production") : branch;
  }

  private static String text(ProjectSpec spec) {
    String id = spec.budgetPolicyId();
    return id == null ? "" : id;
  }
}
