package lakebase.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import lakebase.api.PostgresApi;
import lakebase.api.RequestJournal;
import lakebase.model.ApiFailure;
import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Settings.Theme;
import lakebase.state.Workspace;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.SampleResources;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import lakebase.ui.branch.BranchDetail;
import lakebase.ui.theme.ConsoleTheme;
import org.junit.jupiter.api.Test;

/** The pages when things are not as they should be, or are very many, or very long. */
@FxTest
final class PageStatesTest {

  private static FakeUi show(AppState state, Ref ref) {
    FakeUi fake = new FakeUi(state);
    Fx.show(Pages.of(fake.context, ref));
    return fake;
  }

  private static Ref ref(ResourceName name) {
    return Ref.of(Samples.LOCAL, name);
  }

  private static ApiFailure refused() {
    return new ApiFailure.Unavailable(Samples.failure(503, "UNAVAILABLE", "try later"));
  }

  private static AppState projects(LoadState load) {
    return Samples.state(
        new Inventory(Listing.<ProjectName, ProjectEntry>unknown().withLoad(load)));
  }

  @Test
  void saysWhatIsBeingRead() {
    show(projects(LoadState.LOADING), ref(Samples.SHOP));
    assertThat(Ui.isShown("detail-waiting")).isTrue();
    assertThat(Ui.reads("Reading “sample-shop”")).isTrue();
  }

  @Test
  void offersARetryWhereReadingFailed() {
    FakeUi fake = show(projects(new LoadState.Failed(refused(), Samples.NOW)), ref(Samples.SHOP));
    assertThat(Ui.reads("could not be read")).isTrue();
    assertThat(Ui.isShown("failure-detail-rows")).isFalse();
    Ui.click("failure-details");
    assertThat(Ui.reads("4bf92f3577b34da6a3ce929d0e0e4736")).isTrue();
    Ui.click("failure-copy");
    Ui.click("failure-retry");
    assertThat(fake.calls)
        .contains("refresh local")
        .anyMatch(call -> call.startsWith("copy **") && call.contains("UNAVAILABLE"));
  }

  @Test
  void aWorkspaceThatDoesNotAnswerCanBeTriedAgain() {
    Workspace lost =
        Workspace.of(Samples.LOCAL, "Local workspace")
            .withConnection(new Workspace.Connection.Lost(refused(), Samples.NOW));
    FakeUi fake = show(Samples.state(Inventory.EMPTY).withWorkspace(lost), Ref.of(Samples.LOCAL));
    assertThat(Ui.reads("Offline")).isTrue();
    Ui.click("failure-retry");
    assertThat(fake.calls).contains("refresh local");
  }

  /** A faint text in a faint button was not there for anybody. */
  @Test
  void whatCannotBeDoneCanBeReadAllTheSame() {
    show(Samples.state(), ref(Samples.PR_1797));
    Node edit = Ui.find("edit");
    Node words = Ui.all(node -> Ui.text(node).equals("Edit")).getFirst();
    double seen = 1;
    for (Node at = words; !at.equals(edit.getParent()); at = at.getParent()) {
      seen *= at.getOpacity();
    }
    assertThat(seen).isLessThan(1).isGreaterThan(0.35);
  }

  @Test
  void aDeletedBranchCanBeBroughtBackAndNothingElse() {
    FakeUi fake = show(Samples.state(), ref(Samples.PR_1797));
    assertThat(Ui.reads("Recoverable until")).isTrue();
    assertThat(Ui.find("edit").isDisabled()).isTrue();
    assertThat(Ui.find("new-branch").isDisabled()).isTrue();
    Ui.click("undelete");
    assertThat(fake.calls).contains("undelete " + Samples.PR_1797);
  }

  @Test
  void aResourceThatIsGoneSaysSoAndKeepsWhatWasKnown() {
    FakeUi fake = show(Samples.state(), ref(Samples.PRIMARY));
    fake.update(state ->
        state.changeWorkspace(
            Samples.LOCAL, workspace -> workspace.withGone(Samples.PRODUCTION, "production")));
    Ui.waitForText("Deleted elsewhere");
    assertThat(Ui.reads("839 connections")).isTrue();
    assertThat(Ui.find("generate-credential").isDisabled()).isTrue();
  }

  @Test
  void aBusyResourceSaysWhyItCannotBeEdited() {
    show(Samples.state(), ref(Samples.PRIMARY));
    assertThat(Ui.find("edit").isDisabled()).isTrue();
    assertThat(Ui.find("edit").getAccessibleHelp()).contains("at work on it");
    assertThat(Ui.find("generate-credential").isDisabled()).isFalse();
  }

  @Test
  void anEmptyProjectOffersABranch() {
    AppState state =
        Samples.state(
            new Inventory(
                Samples.loaded(
                    List.of(
                        ProjectEntry.of(SampleResources.project(Samples.SHOP, "Shop"))
                            .withBranches(Samples.loaded(List.of(), branch -> branchOf(branch)))),
                    entry -> entry.project().name())));
    show(state, ref(Samples.SHOP));
    assertThat(Ui.reads("There are none yet")).isTrue();
    assertThat(Ui.all(node -> "new-branch".equals(node.getId()))).hasSize(2);
  }

  private static BranchName branchOf(BranchEntry entry) {
    return entry.branch().name();
  }

  @Test
  void aThousandBranchesAreATableOfAThousandRows() {
    List<BranchEntry> branches =
        IntStream.range(0, 1_000)
            .mapToObj(at ->
                BranchEntry.of(
                    SampleResources.child(Samples.SHOP.branch("branch-" + at), Samples.PRODUCTION)))
            .toList();
    AppState state =
        Samples.state(
            new Inventory(
                Samples.loaded(
                    List.of(
                        ProjectEntry.of(SampleResources.project(Samples.SHOP, "Shop"))
                            .withBranches(Samples.loaded(branches, PageStatesTest::branchOf))),
                    entry -> entry.project().name())));
    show(state, ref(Samples.SHOP));
    TableView<?> table = Ui.find("branches-table", TableView.class);
    assertThat(table.getItems()).hasSize(1_000);
    assertThat(Ui.all(node -> node instanceof TableRow<?>).size()).isLessThan(60);
  }

  @Test
  void aLongNameIsCutAndTheButtonsStay() {
    String longName = "Very long ".repeat(25) + "name";
    AppState state =
        Samples.state(
            new Inventory(
                Samples.loaded(
                    List.of(ProjectEntry.of(SampleResources.project(Samples.SHOP, longName))),
                    entry -> entry.project().name())));
    FakeUi fake = new FakeUi(state);
    Scene scene =
        Fx.show(Pages.of(fake.context, ref(Samples.SHOP)), Theme.LIGHT, 694, 586).getScene();
    Fx.snapshot(scene, "detail-long-name");
    var edit = Ui.find("edit");
    double right = Fx.call(() -> edit.localToScene(edit.getBoundsInLocal()).getMaxX());
    assertThat(right).isLessThan(694);
    assertThat(Ui.find("detail-title").getLayoutBounds().getWidth()).isGreaterThan(50);
  }

  /** It went to the first field of the window, and typing filtered the tree. */
  @Test
  void theFocusStaysAtTheCommandsWhenTheyChange() {
    FakeUi fake = show(Samples.state(), ref(Samples.REPORTS));
    Node edit = Ui.find("edit");
    Fx.run(edit::requestFocus);
    fake.update(state ->
        state.changeWorkspace(
            Samples.LOCAL, workspace -> workspace.withGone(Samples.REPORTS, "reports")));
    Ui.waitForText("Deleted elsewhere");
    Ui.waitForFocus("detail-more");
  }

  @Test
  void anotherPageBeginsAtItsTop() {
    FakeUi fake = new FakeUi(Samples.state());
    BranchDetail detail = Fx.call(() -> new BranchDetail(fake.context));
    Fx.run(() -> detail.show(ref(Samples.PRODUCTION)));
    Fx.show(detail, Theme.LIGHT, 694, 400);
    ScrollPane pane = (ScrollPane) Ui.all(ScrollPane.class::isInstance).getFirst();
    Fx.run(() -> pane.setVvalue(1));
    Fx.run(() -> detail.show(ref(Samples.PRODUCTION)));
    assertThat(pane.getVvalue()).isEqualTo(1);
    Fx.run(() -> detail.show(ref(Samples.DEVELOPMENT)));
    assertThat(pane.getVvalue()).isZero();
  }

  @Test
  void theTitleIsReadableInANarrowPageOfTwiceTheSize() {
    FakeUi fake = new FakeUi(Samples.state());
    fake.update(state -> state.withSettings(state.settings().withScalePercent(200)));
    Stage stage = Fx.show(Pages.of(fake.context, ref(Samples.DEVELOPMENT)), Theme.LIGHT, 694, 586);
    Fx.run(() -> ConsoleTheme.style(stage.getScene(), 200));
    Fx.settle();
    Fx.snapshot(stage.getScene(), "detail-twice");
    // Two cards side by side had no room for what they tell.
    Bounds state = bounds(Ui.find("branch-state-fact"));
    assertThat(bounds(Ui.find("card-now")).contains(state)).isTrue();
    Label title = Ui.find("detail-title", Label.class);
    assertThat(((Text) title.lookup(".text")).getText()).isEqualTo("development");
    assertThat(title.localToScene(title.getBoundsInLocal()).getMinY())
        .isLessThan(Ui.find("edit").localToScene(0, 0).getY());
  }

  @Test
  void aTimeIsWholeInANarrowPage() {
    FakeUi fake = new FakeUi(Samples.state());
    Fx.show(Pages.of(fake.context, ref(Samples.DEVELOPMENT)), Theme.LIGHT, 694, 586);
    Label note =
        (Label)
            Ui.all(node -> node instanceof Label label && label.getText().endsWith("left)"))
                .getFirst();
    assertThat(((Text) note.lookup(".text")).getText()).isEqualTo(note.getText());
  }

  @Test
  void rowsAreLinks() {
    FakeUi fake = show(Samples.state(), ref(Samples.SHOP));
    TableView<?> table = Ui.find("branches-table", TableView.class);
    Fx.run(() -> {
      table.requestFocus();
      table.getSelectionModel().select(0);
    });
    Ui.press(KeyCode.ENTER);
    Ui.press(KeyCode.F2);
    Ui.press(KeyCode.DELETE);
    Ui.press(KeyCode.C, Ui.Held.CTRL);
    assertThat(fake.calls)
        .containsSubsequence(
            "select " + Samples.PRODUCTION,
            "edit " + Samples.PRODUCTION,
            "delete " + Samples.PRODUCTION,
            "copy " + Samples.PRODUCTION);
  }

  @Test
  void theWayUpIsClickable() {
    FakeUi fake = show(Samples.state(), ref(Samples.PRIMARY));
    Ui.click("crumb-1");
    assertThat(fake.calls).contains("select " + Samples.SHOP);
  }

  @Test
  void contentsAreReadWhenTheyAreFirstLookedAt() {
    FakeUi fake = show(Samples.state(), ref(Samples.DEVELOPMENT));
    assertThat(fake.calls).doesNotContain("readContents " + Samples.DEVELOPMENT);
    selectTab("tab-contents");
    assertThat(fake.calls).contains("readContents " + Samples.DEVELOPMENT);
  }

  @Test
  void rolesAndDatabasesAreListed() {
    show(Samples.state(), ref(Samples.PRODUCTION));
    selectTab("tab-contents");
    assertThat(Ui.reads("admin@local")).isTrue();
    assertThat(Ui.reads("databricks_postgres")).isTrue();
    Fx.snapshot(Ui.find("roles-table").getScene(), "detail-contents");
  }

  @Test
  void theRequestTabSaysThatNothingWasSent() {
    FakeUi fake = new FakeUi(Samples.state());
    RequestJournal journal = new RequestJournal();
    fake.api =
        (PostgresApi)
            Proxy.newProxyInstance(
                PageStatesTest.class.getClassLoader(),
                new Class<?>[] {PostgresApi.class},
                (_, _, _) -> journal);
    Fx.show(Pages.of(fake.context, ref(Samples.SHOP)));
    selectTab("tab-request");
    assertThat(Ui.reads("Nothing was sent about this")).isTrue();
  }

  private static void selectTab(String id) {
    Fx.run(() ->
        Ui.all(TabPane.class::isInstance).stream()
            .map(TabPane.class::cast)
            .forEach(tabs ->
                tabs.getTabs().stream()
                    .filter(tab -> id.equals(tab.getId()))
                    .forEach(tab -> tabs.getSelectionModel().select(tab))));
    Fx.settle();
  }

  private static Bounds bounds(Node node) {
    return Fx.call(() -> node.localToScene(node.getLayoutBounds()));
  }
}
