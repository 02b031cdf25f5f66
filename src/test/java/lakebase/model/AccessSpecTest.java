package lakebase.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccessSpecTest {

  private static final ProjectName SHOP = ProjectName.of("shop");
  private static final Principal ANNA = new Principal(Principal.Kind.USER, "anna@example.com");
  private static final Principal ADMINS = new Principal(Principal.Kind.GROUP, "admins");
  private static final AccessSpec BEFORE =
      AccessSpec.NOBODY.with(ANNA, AccessLevel.CAN_MANAGE).with(ADMINS, AccessLevel.CAN_USE);

  @Test
  void onlyWhatTheProjectItselfGrantsIsPartOfIt() {
    AccessSpec spec =
        AccessSpec.of(
            List.of(
                new AccessEntry("user_name", "anna@example.com", "CAN_MANAGE", false),
                new AccessEntry("user_name", "anna@example.com", "CAN_USE", false),
                new AccessEntry("group_name", "admins", "CAN_USE", false),
                new AccessEntry("group_name", "admins", "CAN_MANAGE", true)));
    assertThat(spec).isEqualTo(BEFORE);
  }

  @Test
  void aPrincipalOfAnUnknownKindIsNotForgotten() {
    AccessSpec spec = AccessSpec.of(List.of(new AccessEntry("", "", "CAN_USE", false)));
    assertThat(spec.levels()).isEmpty();
    assertThat(spec.isWhole()).isFalse();
  }

  @Test
  void whatIsGivenIsMergedAlone() {
    AccessSpec after = BEFORE.with(ADMINS, AccessLevel.CAN_MANAGE);
    Change.Share share = Change.Share.between(SHOP, BEFORE, after);
    assertThat(share.replaces()).isFalse();
    assertThat(share.entries())
        .containsExactly(new AccessEntry("group_name", "admins", "CAN_MANAGE", false));
    assertThat(share.fields())
        .containsExactly(
            new FieldChange("group_name admins", AccessLevel.CAN_USE, AccessLevel.CAN_MANAGE));
  }

  @Test
  void whatIsTakenAwayReplacesTheList() {
    Change.Share share = Change.Share.between(SHOP, BEFORE, BEFORE.with(ADMINS, null));
    assertThat(share.replaces()).isTrue();
    assertThat(share.entries())
        .containsExactly(new AccessEntry("user_name", "anna@example.com", "CAN_MANAGE", false));
  }
}
