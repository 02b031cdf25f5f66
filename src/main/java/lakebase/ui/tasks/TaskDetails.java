package lakebase.ui.tasks;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import lakebase.code.Action;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.CodePane;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * A task's details beside its row: the response, or the error with its code and trace id, as the
 * very text that is copied, and what was asked for as code. Closes by Esc, or by a click elsewhere.
 */
final class TaskDetails {

  private final UiContext context;
  private final Texts texts;
  private final TasksModel model;

  TaskDetails(UiContext context, TasksModel model) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
  }

  void show(TaskRow row, Node anchor) {
    PopOver popOver = new PopOver();
    popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
    popOver.setAnimated(false);
    popOver.setDetachable(false);
    popOver.setTitle(row.verb() + " " + row.title());
    VBox content = content(row);
    content.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            popOver.hide();
            key.consume();
          }
        });
    popOver.setContentNode(content);
    popOver.show(anchor);
  }

  private VBox content(TaskRow row) {
    TextArea text = new TextArea(model.markdown(row));
    text.setId("task-details");
    text.setEditable(false);
    text.getStyleClass().add("mono");
    text.setAccessibleText(texts.get("tasks.details"));
    Button copy = new Button(texts.get("tasks.copy"), new FontIcon(MaterialDesignC.CONTENT_COPY));
    copy.setId("task-details-copy");
    copy.setOnAction(_ -> model.copy(row));
    VBox content = new VBox(text, copy);
    content.getStyleClass().add("task-details");
    Optional<Action> asked = model.action(row);
    if (asked.isPresent()) {
      CodePane code = new CodePane(context);
      code.low();
      code.showAction(asked);
      content.getChildren().add(code);
    }
    return content;
  }
}
