package lakebase.ui.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lakebase.model.FieldChange;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;
import org.junit.jupiter.api.Test;

class RoleEditTest {

  private static final RoleSpec BASE =
      new RoleSpec(List.of("some_other"), new RoleAttributes(true, false, false));

  private final RoleEdit model = new RoleEdit(BASE);

  @Test
  void onlyTheLeafThatChangedIsNamed() {
    model.createrole.set(true);
    assertThat(model.edit.changes())
        .containsExactly(new FieldChange("spec.attributes.createrole", false, true));
    model.createrole.reset();
    assertThat(model.edit.changes()).isEmpty();
  }

  @Test
  void membershipsThatAreNotKnownStay() {
    model.superuser.set(true);
    assertThat(model.edit.edited().membershipRoles())
        .containsExactly("some_other", "DATABRICKS_SUPERUSER");
    model.superuser.set(false);
    assertThat(model.edit.changes()).isEmpty();
  }

  @Test
  void whatSomebodyElseChangedElsewhereIsTakenOver() {
    model.createdb.set(false);
    model.edit.readAgain(
        new RoleSpec(BASE.membershipRoles(), new RoleAttributes(true, false, true)));
    assertThat(model.bypassrls.get()).isTrue();
    assertThat(model.edit.changes())
        .extracting(FieldChange::path)
        .containsExactly("spec.attributes.createdb");
  }
}
