package lakebase.ui.form;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The rows of a form. */
public final class FormPane extends VBox {

  private final List<FieldBox> boxes;

  FormPane(List<FieldBox> boxes, List<? extends Node> rows) {
    this.boxes = List.copyOf(boxes);
    getStyleClass().add("form");
    getChildren().setAll(rows);
  }

  /** Puts the focus into that field; does nothing when the form does not have it. */
  public void focus(FormField<?> field) {
    boxes.stream().filter(box -> box.field().equals(field)).findFirst().ifPresent(FieldBox::focus);
  }
}
