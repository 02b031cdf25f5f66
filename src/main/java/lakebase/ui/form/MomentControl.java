package lakebase.ui.form;

import java.util.function.Consumer;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.HBox;
import lakebase.ui.Texts;

/** A date and a time of day; the time takes a whole moment, too. */
final class MomentControl extends HBox {

  private final DatePicker date = new DatePicker();
  private final UnitField time = new UnitField("");
  private boolean showing;

  MomentControl(Texts texts, String id, Consumer<MomentInput> entered) {
    getStyleClass().add("moment-control");
    date.setId("date-" + id);
    date.setAccessibleText(texts.get("form.moment.date"));
    date.getEditor().setAccessibleText(texts.get("form.moment.date"));
    time.setId("time-" + id);
    time.setAccessibleText(texts.get("form.moment.time"));
    time.setPromptText("18:00");
    time.getStyleClass().add("time-field");
    date.valueProperty().subscribe(() -> enter(entered));
    time.textProperty().subscribe(() -> enter(entered));
    getChildren().addAll(date, time);
  }

  void show(MomentInput moment) {
    showing = true;
    date.setValue(moment.date());
    time.show(moment.time());
    showing = false;
  }

  private void enter(Consumer<MomentInput> entered) {
    if (!showing) {
      entered.accept(new MomentInput(date.getValue(), time.getText()));
    }
  }
}
