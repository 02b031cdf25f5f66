package lakebase.ui.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import lakebase.model.AccessLevel;
import lakebase.model.AccessSpec;
import lakebase.model.FieldChange;
import lakebase.model.Principal;
import lakebase.ui.Texts;
import lakebase.ui.form.Conflict;
import org.junit.jupiter.api.Test;

class PermissionEditTest {

  private static final Principal ME = new Principal(Principal.Kind.USER, "admin@local");
  private static final Principal ADMINS = new Principal(Principal.Kind.GROUP, "admins");
  private static final Principal BERT = new Principal(Principal.Kind.USER, "bert@example.com");
  private static final AccessSpec BASE =
      AccessSpec.NOBODY.with(ME, AccessLevel.CAN_MANAGE).with(ADMINS, AccessLevel.CAN_USE);

  private final PermissionEdit model = edit(BASE);

  private static PermissionEdit edit(AccessSpec base) {
    return new PermissionEdit(new Texts(Locale.ENGLISH), base, "admin@local");
  }

  @Test
  void aNewEntryIsAChangeOnceItHasAName() {
    model.grants.set(model.grants.get().plusEmpty());
    assertThat(model.edit.changes()).isEmpty();
    assertThat(model.grants.problem()).isPresent();
    name(2, "bert@example.com");
    assertThat(model.grants.problem()).isEmpty();
    assertThat(model.edit.changes())
        .containsExactly(new FieldChange("user_name bert@example.com", null, AccessLevel.CAN_USE));
  }

  @Test
  void aNameThatStandsTwiceIsRefused() {
    model.grants.set(model.grants.get().plusEmpty());
    name(2, "admin@local");
    assertThat(model.grants.problem()).contains("admin@local is there twice.");
  }

  @Test
  void nobodyLocksHimselfOut() {
    model.grants.set(model.grants.get().without(0));
    assertThat(model.grants.problem())
        .hasValueSatisfying(why -> assertThat(why).contains("refuses"));
    model.grants.reset();
    assertThat(model.grants.problem()).isEmpty();
    assertThat(model.edit.changes()).isEmpty();
    Grants.Row mine = model.grants.get().rows().getFirst();
    model.grants.set(model.grants.get().with(0, mine.withLevel(AccessLevel.CAN_USE)));
    assertThat(model.grants.problem()).isPresent();
  }

  @Test
  void aListThatCannotBeSentWholeLosesNobody() {
    PermissionEdit partial = edit(new AccessSpec(BASE.levels(), false));
    partial.grants.set(partial.grants.get().without(1));
    assertThat(partial.grants.problem()).isPresent();
  }

  @Test
  void whatSomebodyElseAddedIsTakenOverAndMineStays() {
    model.grants.set(model.grants.get().without(1));
    model.edit.readAgain(BASE.with(BERT, AccessLevel.CAN_USE));
    assertThat(model.edit.edited())
        .isEqualTo(
            AccessSpec.NOBODY.with(ME, AccessLevel.CAN_MANAGE).with(BERT, AccessLevel.CAN_USE));
    assertThat(model.grants.get().rows()).extracting(Grants.Row::name).contains("bert@example.com");
  }

  @Test
  void anEntryThatBothChangedIsDecidedEitherWay() {
    model.grants.set(model.grants.get().without(1));
    model.edit.readAgain(BASE.with(ADMINS, AccessLevel.CAN_MANAGE));
    assertThat(model.edit.isUndecided()).isTrue();
    String path = "group_name admins";
    model.edit.decide(path, Conflict.Choice.THEIRS);
    assertThat(model.edit.changes()).isEmpty();
    model.edit.decide(path, Conflict.Choice.MINE);
    assertThat(model.edit.edited().level(ADMINS)).isEmpty();
    assertThat(model.grants.get().rows()).hasSize(1);
  }

  @Test
  void bothAddedTheSame() {
    model.grants.set(model.grants.get().plusEmpty());
    name(2, "bert@example.com");
    model.edit.readAgain(BASE.with(BERT, AccessLevel.CAN_USE));
    assertThat(model.edit.changes()).isEmpty();
    assertThat(model.edit.isUndecided()).isFalse();
  }

  private void name(int at, String name) {
    Grants now = model.grants.get();
    model.grants.set(now.with(at, now.rows().get(at).withName(name)));
  }
}
