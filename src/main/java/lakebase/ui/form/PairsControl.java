package lakebase.ui.form;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lakebase.ui.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Rows of a key and a value, to be added and taken away. */
public final class PairsControl {

  /**
   * What the parts are called.
   *
   * @param key above the left column, to assistive technology
   * @param value the same on the right
   * @param add on the button that adds a row
   */
  public record Words(String key, String value, String add) {}

  private final Texts texts;
  private final FormField<Pairs> field;
  private final Words words;
  private final VBox rows = new VBox();
  private final Button add = new Button();

  PairsControl(Texts texts, FormField<Pairs> field, Words words) {
    this.texts = texts;
    this.field = field;
    this.words = words;
    rows.getStyleClass().add("pairs");
    add.setText(words.add);
    add.setAccessibleText(words.add);
    add.setGraphic(new FontIcon(MaterialDesignP.PLUS));
    add.getStyleClass().addAll(Styles.SMALL);
    add.setOnAction(_ -> {
      field.set(field.get().plusEmpty());
      focusRow(field.get().rows().size() - 1);
    });
    field.valueProperty().subscribe(this::show);
  }

  FieldControl control() {
    VBox node = new VBox(rows, add);
    node.getStyleClass().add("stacked-control");
    return new FieldControl(node, add);
  }

  /** Rebuilds the rows only when their number changes: what is typed in keeps its caret. */
  private void show(Pairs now) {
    int wanted = now.rows().size();
    while (rows.getChildren().size() > wanted) {
      rows.getChildren().removeLast();
    }
    while (rows.getChildren().size() < wanted) {
      rows.getChildren().add(row(rows.getChildren().size()));
    }
    for (int i = 0; i < wanted; i++) {
      HBox row = (HBox) rows.getChildren().get(i);
      ((UnitField) row.getChildren().get(0)).show(now.rows().get(i).key());
      ((UnitField) row.getChildren().get(1)).show(now.rows().get(i).value());
    }
  }

  private HBox row(int index) {
    Pairs.Row present = field.get().rows().get(index);
    UnitField key = part("key", index, words.key);
    UnitField value = part("value", index, words.value);
    key.setText(present.key());
    value.setText(present.value());
    key.textProperty()
        .addListener(
            (_, _, now) -> enter(index, new Pairs.Row(now, field.get().rows().get(index).value())));
    value
        .textProperty()
        .addListener(
            (_, _, now) -> enter(index, new Pairs.Row(field.get().rows().get(index).key(), now)));
    Button remove = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
    remove.setId("remove-" + field.name() + "-" + index);
    remove.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "icon-button");
    remove.setAccessibleText(texts.get("form.pair.remove"));
    remove.setTooltip(new Tooltip(texts.get("form.pair.remove")));
    remove.setOnAction(_ -> {
      add.requestFocus();
      field.set(field.get().without(index));
    });
    HBox row = new HBox(key, value, remove);
    row.getStyleClass().add("pair");
    return row;
  }

  private UnitField part(String part, int index, String name) {
    UnitField control = new UnitField("");
    control.setId(part + "-" + field.name() + "-" + index);
    control.setPromptText(name);
    control.setAccessibleText(name);
    control.getStyleClass().add("mono");
    HBox.setHgrow(control, Priority.ALWAYS);
    return control;
  }

  private void enter(int index, Pairs.Row row) {
    if (!field.get().rows().get(index).equals(row)) {
      field.set(field.get().with(index, row));
    }
  }

  private void focusRow(int index) {
    ((HBox) rows.getChildren().get(index)).getChildren().getFirst().requestFocus();
  }
}
