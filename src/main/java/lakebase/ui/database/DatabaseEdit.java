package lakebase.ui.database;

import java.util.List;
import java.util.Optional;
import lakebase.model.Database;
import lakebase.model.DatabaseSpec;
import lakebase.model.MaskTable;
import lakebase.model.RoleName;
import lakebase.ui.Texts;
import lakebase.ui.form.EditBinding;
import lakebase.ui.form.EditModel;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormModel;

/** The edit of a database: its name in Postgres and its owner. Knows no node. */
final class DatabaseEdit {

  final EditModel<DatabaseSpec> edit;
  final FormField<String> name;
  final FormField<Optional<RoleName>> owner;

  /**
   * An edit that changes nothing yet.
   *
   * @param others the other databases of the branch, as far as known
   */
  DatabaseEdit(Texts texts, DatabaseSpec base, List<Database> others) {
    edit = new EditModel<>(MaskTable.DATABASE, base);
    name =
        new FormField<>(
            "postgres_database",
            base.postgresDatabase(),
            value -> DatabaseNames.check(texts, value, others));
    owner = FormField.free("role", Optional.ofNullable(base.owner()));
    EditBinding.bind(
        edit,
        name,
        List.of("spec.postgres_database"),
        DatabaseSpec::postgresDatabase,
        (spec, now) ->
            now.isBlank() ? Optional.empty() : Optional.of(new DatabaseSpec(now, spec.owner())));
    EditBinding.bind(
        edit,
        owner,
        List.of("spec.role"),
        spec -> Optional.ofNullable(spec.owner()),
        (spec, now) ->
            Optional.of(new DatabaseSpec(spec.postgresDatabase(), now.orElse(spec.owner()))));
  }

  FormModel form() {
    return FormModel.of(name, owner);
  }
}
