package lakebase.ui.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lakebase.model.Database;
import lakebase.model.DatabaseDraft;
import lakebase.model.DatabaseSpec;
import lakebase.model.FieldChange;
import lakebase.model.RoleName;
import lakebase.testkit.FakeUi;
import lakebase.testkit.SampleResources;
import lakebase.testkit.Samples;
import lakebase.ui.UiContext;
import org.junit.jupiter.api.Test;

class DatabaseFormsTest {

  private static final RoleName ME = Samples.PRODUCTION.role("admin-local");
  private static final RoleName APP = Samples.PRODUCTION.role("app");

  private final UiContext context = new FakeUi(Samples.state()).context;
  private final DatabaseCreation creation =
      new DatabaseCreation(
          context, Samples.LOCAL, Samples.PRODUCTION, SampleResources.roles(Samples.PRODUCTION));

  @Test
  void theIdHasHyphensAndTheOwnerIsWhoAsks() {
    creation.name.set("sales_2026");
    DatabaseDraft draft = (DatabaseDraft) creation.draft().orElseThrow();
    assertThat(draft.id()).hasToString("sales-2026");
    assertThat(draft.spec()).isEqualTo(new DatabaseSpec("sales_2026", ME));
    assertThat(creation.outcome()).anyMatch(fact -> fact.startsWith("admin@local owns it"));
  }

  @Test
  void anOwnerIsRequired() {
    creation.name.set("sales");
    creation.owner.set(Optional.empty());
    assertThat(creation.draft()).isEmpty();
    assertThat(creation.owner.problem()).isPresent();
  }

  @Test
  void namesThatPostgresCannotHaveAreRefused() {
    creation.name.set("databricks_postgres");
    assertThat(creation.name.problem()).contains("A database of this name exists in this branch.");
    creation.name.set("ä".repeat(32));
    assertThat(creation.name.problem()).isPresent();
    creation.name.set("  ");
    assertThat(creation.name.problem()).isPresent();
  }

  @Test
  void nameAndOwnerAreTwoFields() {
    DatabaseSpec base = new DatabaseSpec("sales", ME);
    DatabaseEdit model = new DatabaseEdit(context.texts(), base, others());
    model.name.set("shop");
    model.owner.set(Optional.of(APP));
    assertThat(model.edit.changes())
        .containsExactly(
            new FieldChange("spec.postgres_database", "sales", "shop"),
            new FieldChange("spec.role", ME, APP));
    model.name.set("databricks_postgres");
    assertThat(model.form().isGood()).isFalse();
  }

  @Test
  void anUnknownOwnerStaysAmongTheChoices() {
    RoleName gone = Samples.PRODUCTION.role("gone");
    assertThat(creation.owners().choices(Optional.of(gone)))
        .containsExactly(Optional.of(gone), Optional.of(ME), Optional.of(APP));
    assertThat(creation.owners().word(gone)).isEqualTo("gone");
  }

  private static List<Database> others() {
    return SampleResources.databases(Samples.PRODUCTION);
  }
}
