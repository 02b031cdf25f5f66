package lakebase.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.Settings;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@FxTest
class TasksPaneTest {

  private final FakeUi ui = new FakeUi(Samples.state().withTasks(Samples.tasks()));

  private Stage show(Settings.Theme theme) {
    BorderPane whole =
        Fx.call(() -> {
          TasksPane pane = new TasksPane(ui.context);
          pane.setPrefHeight(185);
          BorderPane root = new BorderPane(new StackPane(new TaskToasts(ui.context)));
          root.setBottom(pane);
          return root;
        });
    return Fx.show(whole, theme, 1000, 500);
  }

  private Stage show() {
    return show(Settings.Theme.LIGHT);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void showsEveryOutcome(Settings.Theme theme) throws Exception {
    Scene scene = show(theme).getScene();
    assertThat(Ui.reads("2 running")).isTrue();
    assertThat(Ui.reads("pr-1841")).isTrue();
    assertThat(Ui.reads("5 s · usually 8 s")).isTrue();
    assertThat(Ui.reads("cannot delete protected branch")).isTrue();
    ui.update(state ->
        state.changeTask(4, task -> task.withProgress(new Progress.Succeeded(Samples.NOW, "{}"))));
    assertThat(Files.size(Fx.snapshot(scene, "tasks-" + theme))).isPositive();
  }

  @Test
  void oneMessageAppearsWhenATaskEndsAndTakesNoFocus() {
    show();
    Node list = Ui.find("tasks-list");
    Fx.run(list::requestFocus);
    assertThat(Ui.isShown("task-toast-4")).isFalse();
    ui.update(state ->
        state.changeTask(4, task -> task.withProgress(new Progress.Succeeded(Samples.NOW, "{}"))));
    Ui.waitForText("Create branch “pr-1841”: Done");
    assertThat(list.isFocusWithin()).isTrue();
    assertThat(Ui.isShown("task-toast-3")).isFalse();
  }

  @Test
  void enterOpensTheDetailsAndEscapeClosesThem() {
    show();
    ListView<?> list = (ListView<?>) Ui.find("tasks-list");
    Fx.run(() -> {
      list.requestFocus();
      list.getSelectionModel().select(3);
    });
    Ui.press(KeyCode.ENTER);
    TextArea details = Ui.find("task-details", TextArea.class);
    String text = details.getText();
    assertThat(text).contains("cannot delete protected branch", "4bf92f3577b34da6a3ce929d0e0e4736");
    Ui.click("task-details-copy");
    assertThat(ui.calls).containsExactly("copy " + text);
    Fx.run(details::requestFocus);
    Ui.press(KeyCode.ESCAPE);
    assertThat(Ui.isShown("task-details")).isFalse();
  }

  @Test
  void theContextMenuActsOnTheSelectedRow() {
    show();
    ListView<?> list = (ListView<?>) Ui.find("tasks-list");
    MenuItem stop = item(list, "tasks-stop");
    Fx.run(() -> {
      list.getSelectionModel().select(3);
      list.getContextMenu().show(list, 100, 100);
    });
    assertThat(stop.isDisable()).as("what has ended is not watched").isTrue();
    Fx.run(() -> {
      list.getContextMenu().hide();
      list.getSelectionModel().select(1);
      list.getContextMenu().show(list, 100, 100);
      stop.fire();
      item(list, "tasks-show").fire();
      list.getContextMenu().hide();
    });
    assertThat(stop.isDisable()).isFalse();
    assertThat(ui.calls).containsExactly("stopWatching 4", "select " + Samples.PR_1841);
  }

  @Test
  void rowsAreAsWideAsTheListAndTheirLinksWork() {
    show();
    ListView<?> list = (ListView<?>) Ui.find("tasks-list");
    List<Node> cells = Ui.all(node -> node instanceof TaskCell cell && cell.getItem() != null);
    assertThat(cells).hasSize(4);
    assertThat(cells).allMatch(cell -> ((TaskCell) cell).getWidth() <= list.getWidth());
    Node link =
        Ui.all(node -> node instanceof Hyperlink shown && shown.getText().equals("Analytics"))
            .getFirst();
    Ui.click(link, 1);
    assertThat(ui.calls).containsExactly("select " + Samples.ANALYTICS);
  }

  private static MenuItem item(ListView<?> list, String id) {
    return list.getContextMenu().getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSameTaskStaysSelectedWhenAnotherOneComes() {
    show();
    ListView<?> list = (ListView<?>) Ui.find("tasks-list");
    Fx.run(() -> list.getSelectionModel().select(1));
    Object before = Fx.call(() -> list.getSelectionModel().getSelectedItem());
    assertThat(before)
        .isInstanceOfSatisfying(TaskRow.class, row -> assertThat(row.id()).isEqualTo(4));
    ui.update(state ->
        state.withTasks(
            List.of(
                Samples.tasks().getFirst(),
                Samples.tasks().get(1).withProgress(new Progress.Unwatched(Samples.NOW)))));
    assertThat((Object) Fx.call(() -> list.getSelectionModel().getSelectedItem()))
        .isInstanceOfSatisfying(TaskRow.class, row -> assertThat(row.id()).isEqualTo(4));
  }

  @Test
  void clearingLeavesWhatRunsAndAnEmptyListSaysSo() {
    show();
    Ui.click("tasks-clear");
    assertThat(ui.calls).containsExactly("clearEnded");
    assertThat(Ui.reads("cannot delete protected branch")).isFalse();
    assertThat(Ui.find("tasks-clear").isDisabled()).isTrue();
    ui.update(state -> state.withTasks(List.of()));
    Ui.waitForText("Nothing is running");
  }

  @Test
  void closingLeavesTheHeaderAndIsRemembered() {
    show();
    assertThat(Ui.isShown("tasks-list")).isTrue();
    Ui.click("tasks-open");
    assertThat(Ui.isShown("tasks-list")).isFalse();
    assertThat(Ui.find("tasks-open").getAccessibleText()).isEqualTo("Open background tasks");
    assertThat(ui.store.state().settings().tasksOpen()).isFalse();
    Ui.click("tasks-open");
    assertThat(Ui.isShown("tasks-list")).isTrue();
  }
}
