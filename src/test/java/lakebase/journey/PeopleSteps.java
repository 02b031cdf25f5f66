package lakebase.journey;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import lakebase.testkit.Fx;
import lakebase.tour.Ui;

/** What a person does with roles, databases and permissions. */
final class PeopleSteps {

  private PeopleSteps() {}

  /** Opens that tab of the page. */
  static void tab(String id) {
    Fx.run(() -> {
      TabPane tabs = (TabPane) Ui.all(TabPane.class::isInstance).getFirst();
      tabs.getTabs().stream()
          .filter(tab -> tab.getId().equals(id))
          .findFirst()
          .ifPresent(tabs.getSelectionModel()::select);
    });
    Fx.settle();
  }

  /** Asks for a plain role of that name. */
  static void startRole(String name) {
    Ui.click("new-role");
    Ui.click("choice-identity_type-PLAIN");
    Ui.type("field-postgres_role", name);
    Ui.click("dialog-create");
  }

  /** Selects the row of that name, as a click does. */
  static void select(String table, String name) {
    TableView<?> rows = Ui.find(table, TableView.class);
    Fx.waitFor(name + " in #" + table, () -> index(rows, name) >= 0);
    Fx.run(() -> {
      rows.requestFocus();
      rows.getSelectionModel().clearAndSelect(index(rows, name));
    });
  }

  private static int index(TableView<?> rows, String name) {
    for (int at = 0; at < rows.getItems().size(); at++) {
      if (rows.getItems().get(at).toString().contains("name=Cell[text=" + name + ",")) {
        return at;
      }
    }
    return -1;
  }

  /** Chooses the item that reads so. */
  @SuppressWarnings("unchecked")
  static void choose(String id, String word) {
    ComboBox<Object> box = Ui.find(id, ComboBox.class);
    Fx.run(() ->
        box.getItems().stream()
            .filter(item -> box.getConverter().toString(item).equals(word))
            .findFirst()
            .ifPresent(box::setValue));
  }
}
