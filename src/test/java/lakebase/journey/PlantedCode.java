package lakebase.journey;

import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import lakebase.code.Language;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Eavesdropper;
import lakebase.testkit.Fx;
import lakebase.tour.Ui;

/** Reads every action as code: in a dialog, of every request, of every task; and the settings. */
final class PlantedCode {

  private final ManyConsole console;
  private final Eavesdropper ear;

  PlantedCode(ManyConsole console, Eavesdropper ear) {
    this.console = console;
    this.ear = ear;
  }

  void walk() {
    console.select(Ref.of(WorkspaceId.LOCAL, PlantedDesk.COMPUTE));
    dialog();
    requests();
    tasks();
    settings();
  }

  private void dialog() {
    Ui.press(KeyCode.F2);
    Ui.type("max-autoscaling_limit", "4");
    for (Language language : Language.values()) {
      Ui.click("code-" + language);
      ear.hear("a dialog's code in " + language, Ui.text(Ui.find("code-text")));
    }
    ear.look("a dialog");
    Ui.click("dialog-save");
    Fx.waitFor(
        "the change",
        () ->
            console.state().tasks().size() >= 2
                && console.state().tasks().stream().noneMatch(BackgroundTask::isRunning));
  }

  private void requests() {
    Fx.run(() ->
        Ui.all(TabPane.class::isInstance).stream()
            .map(TabPane.class::cast)
            .forEach(tabs ->
                tabs.getTabs().stream()
                    .filter(tab -> "tab-request".equals(tab.getId()))
                    .forEach(tab -> tabs.getSelectionModel().select(tab))));
    Fx.settle();
    TableView<?> table = Ui.find("requests-table", TableView.class);
    TextArea bodies = Ui.find("request-bodies", TextArea.class);
    Fx.waitFor("requests", () -> table.getItems().toString().contains("method=POST,"));
    for (Language language : Language.values()) {
      Ui.click("request-" + language);
      List<?> rows = Fx.call(() -> List.copyOf(table.getItems()));
      for (int row = 0; row < rows.size(); row++) {
        int at = row;
        ear.hear("a row of the requests", rows.get(row).toString());
        Fx.run(() -> {
          table.getSelectionModel().select(at);
          ear.hear("a request in " + language, bodies.getText());
        });
      }
    }
    ear.look("requests");
  }

  private void tasks() {
    ListView<?> list = Ui.find("tasks-list", ListView.class);
    int count = Fx.call(() -> list.getItems().size());
    for (int task = 0; task < count; task++) {
      int at = task;
      Fx.run(() -> {
        list.requestFocus();
        list.getSelectionModel().clearAndSelect(at);
      });
      Ui.press(KeyCode.ENTER);
      Ui.find("task-details");
      for (Language language : Language.values()) {
        if (Ui.isShown("code-" + language)) {
          Ui.click("code-" + language);
          ear.hear("a task in " + language, Ui.text(Ui.find("code-text")));
        }
      }
      ear.look("a task");
      Ui.click("task-details-copy");
      ear.paste("a task");
      Ui.press(KeyCode.ESCAPE);
    }
  }

  private void settings() {
    Ui.press(KeyCode.COMMA, Ui.Held.CTRL);
    for (String language : List.of("de", "en")) {
      @SuppressWarnings("unchecked")
      ChoiceBox<String> box = (ChoiceBox<String>) Ui.find("settings-language");
      Fx.run(() -> box.setValue(language));
      ear.look("the settings in " + language);
    }
    Ui.press(KeyCode.ESCAPE);
  }
}
