package lakebase.ui.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import lakebase.model.MaskTable;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;
import lakebase.ui.form.EditBinding;
import lakebase.ui.form.EditModel;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;

/** The edit of a role: all that the API changes of one (contract §2.4). Knows no node. */
final class RoleEdit {

  /** The one role that the API lets others be a member of. */
  static final String SUPERUSER = "DATABRICKS_SUPERUSER";

  final EditModel<RoleSpec> edit;
  final FormField<Boolean> superuser;
  final FormField<Boolean> createdb;
  final FormField<Boolean> createrole;
  final FormField<Boolean> bypassrls;

  RoleEdit(RoleSpec base) {
    edit = new EditModel<>(MaskTable.ROLE, base);
    superuser = FormField.free("membership_roles", isSuperuser(base));
    EditBinding.bind(
        edit,
        superuser,
        List.of("spec.membership_roles"),
        RoleEdit::isSuperuser,
        (spec, on) -> Optional.of(new RoleSpec(memberships(spec, on), spec.attributes())));
    createdb =
        attribute(
            "createdb",
            RoleAttributes::createdb,
            (now, on) -> new RoleAttributes(on, now.createrole(), now.bypassrls()));
    createrole =
        attribute(
            "createrole",
            RoleAttributes::createrole,
            (now, on) -> new RoleAttributes(now.createdb(), on, now.bypassrls()));
    bypassrls =
        attribute(
            "bypassrls",
            RoleAttributes::bypassrls,
            (now, on) -> new RoleAttributes(now.createdb(), now.createrole(), on));
  }

  FormModel form() {
    return FormModel.of(superuser, createdb, createrole, bypassrls);
  }

  private FormField<Boolean> attribute(
      String name,
      Function<RoleAttributes, Boolean> get,
      BiFunction<RoleAttributes, Boolean, RoleAttributes> set) {
    FormField<Boolean> field = FormField.free(name, get.apply(edit.base().attributes()));
    EditBinding.bind(
        edit,
        field,
        List.of("spec.attributes." + name),
        spec -> get.apply(spec.attributes()),
        (spec, on) ->
            Optional.of(new RoleSpec(spec.membershipRoles(), set.apply(spec.attributes(), on))));
    return field;
  }

  private static boolean isSuperuser(RoleSpec spec) {
    return spec.membershipRoles().contains(SUPERUSER);
  }

  /** Others than the one that is known stay. */
  private static List<String> memberships(RoleSpec spec, boolean on) {
    if (on == isSuperuser(spec)) {
      return spec.membershipRoles();
    }
    List<String> now = new ArrayList<>(spec.membershipRoles());
    if (on) {
      now.add(SUPERUSER);
    } else {
      now.remove(SUPERUSER);
    }
    return now;
  }
}
