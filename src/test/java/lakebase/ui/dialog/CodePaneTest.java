package lakebase.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import lakebase.code.Action;
import lakebase.code.Code;
import lakebase.code.Language;
import lakebase.model.Change;
import lakebase.model.ResourceName;
import lakebase.state.Settings.Theme;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import lakebase.ui.branch.BranchDialogs;
import lakebase.ui.delete.DeleteDialogs;
import lakebase.ui.endpoint.EndpointDialogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dialog asks for, as code, while it is being filled in. */
@FxTest
class CodePaneTest {

  @ParameterizedTest
  @EnumSource
  void theTextFollowsTheFormAndIsCopiedAsItIs(Language language) {
    DialogStage stage = DialogStage.english();
    Fx.run(() ->
        new BranchDialogs(stage.ui.context, stage.host)
            .create(Samples.LOCAL, Samples.SHOP, Samples.PRODUCTION));
    Ui.click("code-" + language);
    assertThat(text()).contains("as soon as there is something to send");
    assertThat(Ui.find("code-copy").isDisabled()).isTrue();
    Ui.click("choice-expiration-WEEK");
    List<String> seen = new ArrayList<>();
    for (String id : List.of("a", "ab", "abc")) {
      Ui.type("field-branch_id", id);
      assertThat(text()).containsPattern("\\b" + id + "\\b");
      seen.add(text());
    }
    assertThat(seen).doesNotHaveDuplicates();
    Ui.click("code-copy");
    Ui.click("dialog-create");
    Change change = stage.ui.submitted.getFirst();
    assertThat(stage.ui.calls).contains("copy " + Code.text(language, Action.of(change)));
  }

  @Test
  void whatIsSeenIsWhatIsCopied() {
    DialogStage stage = edit();
    Ui.type("max-autoscaling_limit", "8");
    for (Language language : Language.values()) {
      Ui.click("code-" + language);
      Ui.click("code-copy");
      String copied = stage.ui.calls.getLast().substring("copy ".length());
      String seen = text();
      assertThat(language == Language.HTTP ? seen.replace("/\n  ", "/") : seen)
          .isEqualTo(copied.stripTrailing());
    }
  }

  @Test
  void theLanguageIsRememberedInEveryDialog() {
    DialogStage stage = edit();
    Ui.click("code-TERRAFORM");
    assertThat(stage.ui.store.state().settings().codeLanguage()).isEqualTo("TERRAFORM");
    Ui.click("dialog-cancel");
    stage.ui.api = StaleApi.answering(() -> Samples.resource(Samples.DEVELOPMENT));
    Fx.run(() ->
        new BranchDialogs(stage.ui.context, stage.host).edit(DialogStage.ref(Samples.DEVELOPMENT)));
    assertThat(Ui.find("code-TERRAFORM", ToggleButton.class).isSelected()).isTrue();
    stage.ui.update(state -> state.withSettings(state.settings().withCodeLanguage("GO")));
    assertThat(Ui.find("code-GO", ToggleButton.class).isSelected()).isTrue();
    stage.ui.update(state -> state.withSettings(state.settings().withCodeLanguage("COBOL")));
    assertThat(Ui.find("code-HTTP", ToggleButton.class).isSelected()).isTrue();
  }

  @Test
  void noLineOfAWrappedTextIsCut() {
    DialogStage stage = DialogStage.english();
    Fx.run(() ->
        new BranchDialogs(stage.ui.context, stage.host)
            .create(Samples.LOCAL, Samples.SHOP, Samples.PRODUCTION));
    Ui.type("field-branch_id", "try-out");
    Ui.click("choice-expiration-WEEK");
    Label label = Ui.find("code-text", Label.class);
    ScrollPane scroll =
        (ScrollPane) Ui.all(node -> node.getStyleClass().contains("code-scroll")).getFirst();
    Fx.settle();
    assertThat(label.prefHeight(label.getWidth())).isGreaterThan(label.prefHeight(-1));
    assertThat(scroll.getHeight()).isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()));
  }

  static List<Arguments> deep() {
    return List.of(
        Arguments.of(Samples.PRODUCTION.role("app"), "roles/app"),
        Arguments.of(
            Samples.PRODUCTION.database("databricks-postgres"), "databases/databricks-postgres"));
  }

  @ParameterizedTest
  @MethodSource("deep")
  void aLongPathIsFoldedBeforeEachOfItsCollections(ResourceName deleted, String last) {
    DialogStage stage = DialogStage.english();
    Fx.run(() -> new DeleteDialogs(stage.ui.context, stage.host).delete(DialogStage.ref(deleted)));
    Ui.click("code-open");
    Ui.click("code-HTTP");
    assertThat(text())
        .startsWith(
            "DELETE /api/2.0/postgres/projects/sample-shop/\n  branches/production/\n  " + last);
  }

  @Test
  void aDeletionIsShownAsItWouldBeDone() {
    DialogStage stage = DialogStage.english();
    Fx.run(() ->
        new DeleteDialogs(stage.ui.context, stage.host)
            .delete(DialogStage.ref(Samples.SHOP.branch("release-7"))));
    assertThat(Ui.isShown("code-text")).isFalse();
    Ui.click("code-open");
    Ui.click("code-CLI");
    assertThat(text()).startsWith("databricks postgres delete-branch").doesNotContain("--purge");
    Ui.click("delete-purge");
    assertThat(text()).contains("--purge");
    Ui.click("code-open");
    assertThat(Ui.isShown("code-text")).isFalse();
  }

  @Test
  void anUndeletionIsShown() {
    DialogStage stage = DialogStage.english();
    Fx.run(() ->
        new DeleteDialogs(stage.ui.context, stage.host).undelete(DialogStage.ref(Samples.PR_1797)));
    Ui.click("code-open");
    Ui.click("code-CURL");
    assertThat(text()).contains("/undelete\"", "$DATABRICKS_TOKEN");
  }

  @ParameterizedTest
  @EnumSource
  void pictures(Language language) {
    picture(language, Locale.ENGLISH, Theme.LIGHT);
    picture(language, Locale.GERMAN, Theme.DARK);
  }

  private static void picture(Language language, Locale locale, Theme theme) {
    DialogStage stage = new DialogStage(locale, theme);
    stage.ui.api = StaleApi.answering(() -> Samples.resource(Samples.PRIMARY));
    Fx.run(() ->
        new EndpointDialogs(stage.ui.context, stage.host).edit(DialogStage.ref(Samples.PRIMARY)));
    Ui.type("max-autoscaling_limit", "8");
    Ui.click("code-" + language);
    Fx.snapshot(stage.scene, "code-" + language + "-" + theme + "-" + locale);
    Fx.run(() -> stage.scene.getWindow().hide());
  }

  private static DialogStage edit() {
    DialogStage stage = DialogStage.english();
    stage.ui.api = StaleApi.answering(() -> Samples.resource(Samples.PRIMARY));
    Fx.run(() ->
        new EndpointDialogs(stage.ui.context, stage.host).edit(DialogStage.ref(Samples.PRIMARY)));
    return stage;
  }

  private static String text() {
    return Ui.find("code-text", Label.class).getText();
  }
}
