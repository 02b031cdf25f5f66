package lakebase.ui.branch;

import java.util.List;
import java.util.Optional;
import lakebase.model.BranchName;
import lakebase.model.BranchSpec;
import lakebase.model.MaskTable;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.form.Checks;
import lakebase.ui.form.EditBinding;
import lakebase.ui.form.EditModel;
import lakebase.ui.form.ExpirationInput;
import lakebase.ui.form.ExpirationInput.Choice;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;

/** The edit of a branch. Knows no node. */
final class BranchEdit {

  final EditModel<BranchSpec> edit;
  final FormField<Boolean> isProtected;
  final FormField<ExpirationInput> expiration;

  private final UiContext context;
  private final Ref.OfResource ref;
  private final Checks checks;

  BranchEdit(UiContext context, Ref.OfResource ref, BranchSpec base) {
    this.context = context;
    this.ref = ref;
    this.checks = Checks.of(context);
    edit = new EditModel<>(MaskTable.BRANCH, base);
    isProtected = FormField.free("is_protected", base.isProtected());
    expiration =
        new FormField<>(
            "expiration", ExpirationInput.of(base.expiration(), context.clock()), this::check);
    EditBinding.bind(
        edit,
        isProtected,
        List.of("spec.is_protected"),
        BranchSpec::isProtected,
        (spec, on) -> Optional.of(spec.withProtected(on)));
    EditBinding.bind(
        edit,
        expiration,
        List.of("spec.expiration"),
        spec -> ExpirationInput.of(spec.expiration(), context.clock()),
        (spec, input) -> input.forUpdate(context.clock()).map(spec::withExpiration));
  }

  FormModel form() {
    return FormModel.of(isProtected, expiration);
  }

  /** The service gives no expiration to a branch that has children (contract §3.3). */
  private Optional<String> check(ExpirationInput input) {
    if (input.choice() != Choice.NEVER && ref.name() instanceof BranchName name) {
      List<String> children = Children.of(context, ref.workspace(), name);
      if (!children.isEmpty()) {
        return Optional.of(
            context.texts().get("field.expiration.children", String.join(", ", children)));
      }
    }
    return checks.expiration(input);
  }
}
