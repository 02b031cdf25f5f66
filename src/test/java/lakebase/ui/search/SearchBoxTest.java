package lakebase.ui.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import lakebase.state.AppState;
import lakebase.state.Inventory;
import lakebase.state.SampleInventories;
import lakebase.state.Settings;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;

@FxTest
class SearchBoxTest {

  private FakeUi ui = new FakeUi(Samples.state());

  private void show(Settings.Theme theme) {
    SearchBox box = Fx.call(() -> new SearchBox(ui.context));
    VBox root = Fx.call(() -> new VBox(box, new TextField()));
    Fx.show(root, theme, 640, 480);
    Fx.run(box::focusField);
    Ui.waitForFocus("search");
  }

  private void show() {
    show(Settings.Theme.LIGHT);
  }

  private static List<String> titles() {
    ListView<?> list = Ui.find("search-results", ListView.class);
    return Fx.call(() -> list.getItems().stream().map(item -> ((HitRow) item).title()).toList());
  }

  private static String chosen() {
    ListView<?> list = Ui.find("search-results", ListView.class);
    return Fx.call(() -> {
      HitRow row = (HitRow) Objects.requireNonNull(list.getSelectionModel().getSelectedItem());
      return row.where() + "/" + row.title();
    });
  }

  private static String status() {
    return Ui.find("search-status", Label.class).getText();
  }

  private static String text() {
    return Ui.find("search", TextField.class).getText();
  }

  @Test
  void showsHitsWithWhereTheyLive() {
    show();
    Ui.type("search", "prim");
    assertThat(titles()).containsOnly("primary");
    assertThat(chosen()).isEqualTo("analytics / production/primary");
    assertThat(status()).contains("still loading");
    ListView<?> list = Ui.find("search-results", ListView.class);
    Fx.snapshot(list.getScene(), "search-light");
  }

  /** It stood to the right of the field by the width of its shadow. */
  @Test
  void theListBeginsWhereTheFieldBegins() {
    show();
    Ui.type("search", "prim");
    Node list = Ui.find("search-results");
    Node field = Ui.find("search");
    double left = Fx.call(() -> list.localToScreen(0, 0).getX());
    assertThat(left).isCloseTo(Fx.call(() -> field.localToScreen(0, 0).getX()), within(3.0));
  }

  @Test
  void looksRightInTheDarkAndInGerman() {
    ui = new FakeUi(Samples.state(), Locale.GERMAN);
    show(Settings.Theme.DARK);
    Ui.type("search", "o");
    assertThat(status()).contains("lädt noch");
    ListView<?> list = Ui.find("search-results", ListView.class);
    Fx.snapshot(list.getScene(), "search-dark-german");
  }

  @Test
  void keysMoveChooseCompleteAndLeave() {
    show();
    Ui.type("search", "prim");
    Ui.press(KeyCode.DOWN);
    assertThat(chosen()).isEqualTo("Shop / development/primary");
    Ui.press(KeyCode.END);
    String last = chosen();
    Ui.press(KeyCode.HOME);
    assertThat(chosen()).isNotEqualTo(last);
    Ui.press(KeyCode.PAGE_DOWN);
    assertThat(chosen()).isEqualTo(last);
    Ui.press(KeyCode.TAB);
    assertThat(text()).isEqualTo("primary");
    Ui.press(KeyCode.HOME);
    Ui.press(KeyCode.DOWN);
    Ui.press(KeyCode.ENTER);
    assertThat(ui.calls).contains("select " + Samples.DEVELOPMENT.endpoint("primary"));
    assertThat(Ui.isShown("search-results")).isFalse();
    assertThat(text()).isEmpty();
  }

  @Test
  void answersFromWhatIsKnownAndFollowsWhatComes() {
    AppState nothing = Samples.state(Inventory.EMPTY);
    ui = new FakeUi(nothing);
    show();
    Ui.type("search", "shop");
    Ui.waitForText("Nothing is called so");
    assertThat(status()).isEqualTo("searched 0 resources, still loading");
    ui.update(state -> state.changeInventory(Samples.LOCAL, _ -> SampleInventories.large(20, 5)));
    Ui.type("search", "Project 0007");
    assertThat(titles()).containsExactly("Project 0007");
    assertThat(status()).isEqualTo("searched 320 resources");
    ui.update(state -> state.changeInventory(Samples.LOCAL, _ -> Samples.inventory()));
    Ui.waitForText("Nothing is called so");
    Ui.press(KeyCode.ESCAPE);
    assertThat(Ui.isShown("search-status")).isFalse();
  }

  @Test
  void findsWhatWasPastedFromALog() {
    ui = new FakeUi(Samples.state(SampleInventories.large(3, 2)));
    show();
    Ui.type("search", "ep-project-0001-pr-0001-reports.database.local.example.com:5432");
    assertThat(chosen()).isEqualTo("Project 0001 / pr-0001/reports");
    Ui.type("search", "projects/project-0002/branches/pr-0001");
    assertThat(chosen()).isEqualTo("Project 0002/pr-0001");
  }
}
