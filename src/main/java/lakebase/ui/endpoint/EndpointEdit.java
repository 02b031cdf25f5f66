package lakebase.ui.endpoint;

import java.util.List;
import java.util.Optional;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointSpec;
import lakebase.model.MaskTable;
import lakebase.model.Suspension;
import lakebase.ui.UiContext;
import lakebase.ui.form.Checks;
import lakebase.ui.form.EditBinding;
import lakebase.ui.form.EditModel;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;
import lakebase.ui.form.Pairs;
import lakebase.ui.form.SizeInput;
import lakebase.ui.form.SuspensionInput;

/** The edit of a compute: its fields, and the values that they stand for. Knows no node. */
final class EndpointEdit {

  final EditModel<EndpointSpec> edit;
  final FormField<SizeInput> size;
  final FormField<SuspensionInput> suspension;
  final FormField<Boolean> disabled;
  final FormField<Integer> computes;
  final FormField<Boolean> secondaries;
  final FormField<Pairs> settings;

  private final UiContext context;

  EndpointEdit(UiContext context, EndpointSpec base) {
    this.context = context;
    Checks checks = Checks.of(context);
    edit = new EditModel<>(MaskTable.ENDPOINT, base);
    size = new FormField<>("autoscaling_limit", SizeInput.of(base.size()), checks::size);
    suspension =
        new FormField<>("suspension", SuspensionInput.of(base.suspension()), checks::suspension);
    disabled = FormField.free("disabled", base.disabled());
    computes = new FormField<>("group", group(base).max(), this::checkComputes);
    secondaries =
        new FormField<>(
            "enable_readable_secondaries", group(base).readableSecondaries(), this::checkReadable);
    settings = new FormField<>("pg_settings", Pairs.of(base.pgSettings()), checks::settings);
    bindCompute();
    bindGroup();
    suspension.valueProperty().addListener((_, _, _) -> computes.checkAgain());
    computes.valueProperty().addListener((_, _, _) -> secondaries.checkAgain());
  }

  FormModel form() {
    return FormModel.of(size, suspension, disabled, computes, secondaries, settings);
  }

  private void bindCompute() {
    EditBinding.bind(
        edit,
        size,
        List.of("spec.autoscaling_limit_min_cu", "spec.autoscaling_limit_max_cu"),
        spec -> SizeInput.of(spec.size()),
        (spec, input) -> input.range().map(spec::withSize));
    EditBinding.bind(
        edit,
        suspension,
        List.of("spec.suspension"),
        spec -> SuspensionInput.of(spec.suspension()),
        (spec, input) -> input.suspension().map(spec::withSuspension));
    EditBinding.bind(
        edit,
        disabled,
        List.of("spec.disabled"),
        EndpointSpec::disabled,
        (spec, input) -> Optional.of(spec.withDisabled(input)));
    EditBinding.bind(
        edit,
        settings,
        List.of("spec.settings.pg_settings"),
        spec -> Pairs.of(spec.pgSettings()),
        (spec, pairs) -> Optional.of(spec.withPgSettings(pairs.toMap())));
  }

  private void bindGroup() {
    EditBinding.bind(
        edit,
        computes,
        List.of("spec.group.min", "spec.group.max"),
        spec -> group(spec).max(),
        (spec, count) ->
            Optional.of(
                spec.withGroup(
                    new EndpointGroup(count, count, group(spec).readableSecondaries()))));
    EditBinding.bind(
        edit,
        secondaries,
        List.of("spec.group.enable_readable_secondaries"),
        spec -> group(spec).readableSecondaries(),
        (spec, on) ->
            Optional.of(
                spec.withGroup(new EndpointGroup(group(spec).min(), group(spec).max(), on))));
  }

  private Optional<String> checkComputes(Integer count) {
    return count > 1 && !(edit.edited().suspension() instanceof Suspension.Never)
        ? Optional.of(context.texts().get("field.group.suspends"))
        : Optional.empty();
  }

  private Optional<String> checkReadable(Boolean on) {
    return on && computes.get() == 1
        ? Optional.of(context.texts().get("field.secondaries.single"))
        : Optional.empty();
  }

  private static EndpointGroup group(EndpointSpec spec) {
    EndpointGroup group = spec.group();
    return group == null ? EndpointGroup.SINGLE : group;
  }
}
