package lakebase.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import lakebase.model.Endpoint;
import lakebase.model.ResourceName;
import lakebase.model.SizeRange;
import lakebase.state.Settings.Theme;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import lakebase.ui.branch.BranchDialogs;
import lakebase.ui.delete.DeleteDialogs;
import lakebase.ui.dialog.DialogStage;
import lakebase.ui.dialog.StaleApi;
import lakebase.ui.endpoint.EndpointDialogs;
import lakebase.ui.project.ProjectDialogs;
import lakebase.ui.theme.ConsoleTheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dialog, light and dark, English and German, at 1000×700. */
@FxTest
class DialogScreensTest {

  private static final List<Screen> SCREENS =
      List.of(
          new Screen(
              "create-project",
              on -> projects(on).create(Samples.LOCAL),
              () -> {
                Ui.type("field-display_name", "Shop für alle");
                Ui.type("max-autoscaling_limit", "4");
              }),
          new Screen(
              "edit-project",
              on -> projects(on).edit(DialogStage.ref(Samples.SHOP)),
              () -> Ui.type("field-display_name", "Shop Europe")),
          new Screen(
              "create-branch",
              on -> branches(on).create(Samples.LOCAL, Samples.SHOP, Samples.PRODUCTION),
              () -> {
                Ui.type("field-branch_id", "try-out");
                Ui.click("choice-point-TIME");
                Ui.type("time-point", "3d");
                Ui.click("choice-expiration-WEEK");
              }),
          new Screen(
              "create-branch-wrong",
              on -> branches(on).create(Samples.LOCAL, Samples.SHOP, Samples.DEVELOPMENT),
              () -> {
                Ui.type("field-branch_id", "Try Out");
                Ui.click("dialog-create");
              }),
          new Screen(
              "edit-branch",
              on -> branches(on).edit(DialogStage.ref(Samples.DEVELOPMENT)),
              () -> {
                Ui.click("choice-expiration-DATE");
                Ui.type("time-expiration", "7d");
              }),
          new Screen(
              "create-compute",
              on -> computes(on).create(Samples.LOCAL, Samples.PRODUCTION),
              () -> Ui.type("field-endpoint_id", "reporting")),
          new Screen(
              "edit-compute",
              on -> computes(on).edit(DialogStage.ref(Samples.PRIMARY)),
              DialogScreensTest::changeCompute),
          new Screen(
              "edit-compute-conflict",
              on -> computes(on).edit(DialogStage.ref(Samples.PRIMARY)),
              DialogScreensTest::changeCompute),
          new Screen(
              "delete-branch",
              on -> deletes(on).delete(DialogStage.ref(Samples.SHOP.branch("release-7"))),
              () -> Ui.click("delete-purge")),
          new Screen(
              "delete-branch-code",
              on -> deletes(on).delete(DialogStage.ref(Samples.SHOP.branch("release-7"))),
              () -> {
                Ui.click("code-open");
                Ui.click("code-TERRAFORM");
              }),
          new Screen(
              "delete-refused",
              on -> deletes(on).delete(DialogStage.ref(Samples.PRODUCTION)),
              () -> {}),
          new Screen(
              "undelete", on -> deletes(on).undelete(DialogStage.ref(Samples.PR_1797)), () -> {}));

  record Screen(String name, Consumer<DialogStage> open, Runnable act) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Screen> screens() {
    return SCREENS;
  }

  @ParameterizedTest
  @MethodSource("screens")
  void everyDialogFitsAndNamesItsControls(Screen screen) {
    picture(screen, Locale.ENGLISH, Theme.LIGHT);
    picture(screen, Locale.GERMAN, Theme.DARK);
  }

  private static void picture(Screen screen, Locale locale, Theme theme) {
    DialogStage stage = new DialogStage(locale, theme);
    stage.ui.api = StaleApi.answering(() -> Samples.resource(resource(screen.name())));
    Fx.run(() -> screen.open().accept(stage));
    screen.act().run();
    if (screen.name().endsWith("conflict")) {
      stage.serves(
          Endpoint.class,
          Samples.PRIMARY,
          compute -> compute.withSpec(compute.spec().withSize(new SizeRange(2, 6))));
      Ui.click("dialog-save");
      assertThat(Ui.isShown("conflicts")).isTrue();
    }
    String look = theme == Theme.LIGHT ? "light" : "dark";
    Fx.snapshot(stage.scene, "dialog-" + screen.name() + "-" + look + "-" + locale);
    checkFit(stage);
    checkNames();
    Fx.run(() -> stage.scene.getWindow().hide());
  }

  private static ResourceName resource(String screen) {
    return switch (screen) {
      case "edit-project" -> Samples.SHOP;
      case "edit-branch" -> Samples.DEVELOPMENT;
      default -> Samples.PRIMARY;
    };
  }

  private static void changeCompute() {
    Ui.type("max-autoscaling_limit", "8");
    Ui.type("amount-suspension", "30");
    Ui.click("reset-suspension");
    Ui.type("amount-suspension", "30");
  }

  /** At twice the size, two columns were cut at their right edge. */
  @Test
  void columnsStandBelowEachOtherWhereThereIsNoRoomBesideEachOther() {
    DialogStage stage = DialogStage.english();
    stage.ui.api = StaleApi.answering(() -> Samples.resource(Samples.DEVELOPMENT));
    Fx.run(() -> ConsoleTheme.style(stage.scene, 200));
    Fx.run(() -> branches(stage).edit(DialogStage.ref(Samples.DEVELOPMENT)));
    Fx.snapshot(stage.scene, "dialog-edit-branch-twice");
    Node form = Ui.find("choice-expiration-NEVER");
    Bounds bounds = form.localToScene(form.getLayoutBounds());
    assertThat(bounds.getMaxX()).isLessThan(stage.scene.getWidth());
    assertThat(Ui.find("changes-title").localToScene(0, 0).getX()).isLessThan(bounds.getMinX());
    Ui.waitForFocus("field-is_protected");
  }

  /** The dialog is inside the window, and no word of a button is cut. */
  private static void checkFit(DialogStage stage) {
    Node frame = Ui.all(node -> node.getStyleClass().contains("dialog-frame")).getFirst();
    Bounds bounds = frame.localToScene(frame.getLayoutBounds());
    assertThat(bounds.getMinY()).isNotNegative();
    assertThat(bounds.getMaxY()).isLessThanOrEqualTo(stage.scene.getHeight());
    assertThat(bounds.getMinX()).isNotNegative();
    assertThat(bounds.getMaxX()).isLessThanOrEqualTo(stage.scene.getWidth());
    Ui.all(node -> node instanceof ButtonBase button && !button.isWrapText())
        .forEach(node ->
            assertThat(((ButtonBase) node).getWidth())
                .as("width of button '%s'", ((Labeled) node).getText())
                .isGreaterThanOrEqualTo(Math.floor(((ButtonBase) node).prefWidth(-1)) - 1));
  }

  /** Every control that can have the focus says what it is. */
  private static void checkNames() {
    Ui.all(node ->
            node.isFocusTraversable()
                && (node instanceof ButtonBase
                    || node instanceof TextInputControl
                    || node instanceof ComboBoxBase<?>))
        .forEach(node ->
            assertThat(node.getAccessibleText() != null || !Ui.text(node).isBlank())
                .as("name of %s", node)
                .isTrue());
  }

  private static ProjectDialogs projects(DialogStage on) {
    return new ProjectDialogs(on.ui.context, on.host);
  }

  private static BranchDialogs branches(DialogStage on) {
    return new BranchDialogs(on.ui.context, on.host);
  }

  private static EndpointDialogs computes(DialogStage on) {
    return new EndpointDialogs(on.ui.context, on.host);
  }

  private static DeleteDialogs deletes(DialogStage on) {
    return new DeleteDialogs(on.ui.context, on.host);
  }
}
