package lakebase.ui.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import lakebase.code.Action;
import lakebase.code.Code;
import lakebase.code.Language;
import lakebase.model.AccessEntry;
import lakebase.model.Change;
import lakebase.state.Settings.Theme;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import lakebase.ui.dialog.DialogStage;
import lakebase.ui.dialog.PeopleApi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What giving and taking permissions asks for, as code, before it is asked. */
@FxTest
class PermissionCodeTest {

  private static final AccessEntry ADMIN = user("admin@local", "CAN_MANAGE");
  private static final AccessEntry BERT = user("bert@example.com", "CAN_USE");
  private static final AccessEntry ZOE = user("zoe@example.com", "CAN_USE");
  private static final AccessEntry ABOVE =
      new AccessEntry("group_name", "admins", "CAN_MANAGE", true);

  private static AccessEntry user(String name, String level) {
    return new AccessEntry("user_name", name, level, false);
  }

  private static DialogStage open(Locale locale, Theme theme) {
    DialogStage stage = new DialogStage(locale, theme);
    stage.ui.api = PeopleApi.answering(List.of(ABOVE, ADMIN, BERT));
    Fx.run(() ->
        new PermissionDialogs(stage.ui.context, stage.host).edit(Samples.LOCAL, Samples.SHOP));
    return stage;
  }

  @ParameterizedTest
  @EnumSource
  void givingIsShownAsWhatIsGivenInAddition(Language language) {
    DialogStage stage = open(Locale.ENGLISH, Theme.LIGHT);
    Ui.click("code-" + language);
    Ui.click("field-access_control_list");
    Ui.type("grant-name-2", ZOE.principal());
    Action giving = Action.grant(Samples.SHOP, List.of(ZOE));
    assertThat(giving.method()).isEqualTo("PATCH");
    assertThatItIsShownAndSent(stage, language, giving, ZOE);
  }

  @ParameterizedTest
  @EnumSource
  void takingAwayIsShownAsTheListThatRemains(Language language) {
    DialogStage stage = open(Locale.GERMAN, Theme.DARK);
    Ui.click("code-" + language);
    Ui.click("grant-remove-1");
    Action taking = Action.setPermissions(Samples.SHOP, List.of(ADMIN));
    assertThat(taking.method()).isEqualTo("PUT");
    assertThatItIsShownAndSent(stage, language, taking, ADMIN);
  }

  private static void assertThatItIsShownAndSent(
      DialogStage stage, Language language, Action action, AccessEntry who) {
    String code = Code.text(language, action);
    assertThat(code).contains(who.principal()).doesNotContain(BERT.principal());
    assertThat(Ui.find("code-text", Label.class).getText().replace("/\n  ", "/"))
        .isEqualTo(code.stripTrailing());
    Fx.snapshot(stage.scene, "permission-code-" + action.method() + "-" + language);
    Ui.click("dialog-save");
    assertThat(stage.ui.submitted)
        .singleElement()
        .isInstanceOf(Change.Share.class)
        .extracting(Action::of)
        .isEqualTo(action);
  }
}
