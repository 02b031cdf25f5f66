package lakebase.ui.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lakebase.model.AccessLevel;
import lakebase.model.AccessSpec;
import lakebase.model.Principal;
import lakebase.ui.Texts;
import lakebase.ui.form.EditBinding;
import lakebase.ui.form.EditModel;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;

/** The edit of who may use or manage a project. Knows no node. */
final class PermissionEdit {

  final EditModel<AccessSpec> edit;
  final FormField<Grants> grants;

  private final Texts texts;
  private final String me;

  /**
   * An edit that changes nothing yet.
   *
   * @param me the person's own user name or application id
   */
  PermissionEdit(Texts texts, AccessSpec base, String me) {
    this.texts = texts;
    this.me = me;
    edit = new EditModel<>(AccessSpec::fields, base);
    grants = new FormField<>("access_control_list", Grants.of(base), this::check);
    EditBinding.bindAll(
        edit, grants, Grants::of, (spec, now) -> Optional.of(now.spec(spec.isWhole())));
  }

  FormModel form() {
    return FormModel.of(grants);
  }

  /** Whether this is the permission to manage that a person cannot take from itself (§3.4). */
  boolean isOwnManagement(Principal who) {
    return who.name().equals(me)
        && edit.base().level(who).filter(AccessLevel.CAN_MANAGE::equals).isPresent();
  }

  private Optional<String> check(Grants entered) {
    return entered.rows().stream()
        .filter(Grants.Row::fresh)
        .flatMap(row -> checkName(row).stream())
        .findFirst()
        .or(() -> repeated(entered.rows()))
        .or(() -> lost(entered));
  }

  private Optional<String> checkName(Grants.Row row) {
    String name = row.name().strip();
    if (name.isEmpty()) {
      return Optional.of(texts.get("access.name.missing"));
    }
    boolean isAddress = name.matches("[^@\\s]+@[^@\\s]+");
    return row.kind() == Principal.Kind.USER && !isAddress
        ? Optional.of(texts.get("field.role.address"))
        : Optional.empty();
  }

  private Optional<String> repeated(List<Grants.Row> rows) {
    Set<Principal> seen = new HashSet<>();
    return rows.stream()
        .map(Grants.Row::principal)
        .filter(who -> !seen.add(who))
        .findFirst()
        .map(who -> texts.get("form.repeated", who.name()));
  }

  private Optional<String> lost(Grants entered) {
    AccessSpec after = entered.spec(edit.base().isWhole());
    boolean locksOut =
        edit.base().levels().keySet().stream()
            .filter(this::isOwnManagement)
            .anyMatch(who -> after.level(who).filter(AccessLevel.CAN_MANAGE::equals).isEmpty());
    if (locksOut) {
      return Optional.of(texts.get("access.own"));
    }
    return !after.isWhole() && after.lacksAnyOf(edit.base())
        ? Optional.of(texts.get("access.partial"))
        : Optional.empty();
  }
}
