package lakebase.ui.form;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lakebase.ui.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/**
 * One row of a form: label, control with its reset, what is wrong, what follows, what is good to
 * know. Wears the pseudo-classes {@code error} and {@code changed}.
 */
final class FieldBox extends VBox {

  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  /** Of a field, or of a part of one, that differs from what is stored. */
  static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private final FormField<?> field;
  private final FieldControl control;

  FieldBox(Texts texts, FormField<?> field, FieldSpec spec, FieldControl control) {
    this.field = field;
    this.control = control;
    getStyleClass().add("field");
    setId("box-" + field.name());
    Label label = new Label(spec.label);
    label.getStyleClass().addAll("field-label", "strong");
    label.setLabelFor(control.first());
    Label problem = line("field-error", "");
    problem.setId("error-" + field.name());
    problem.setGraphic(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
    problem.textProperty().bind(field.problemProperty());
    getChildren().addAll(label, row(texts, spec.label), problem);
    if (spec.derived != null) {
      Label derived = line("field-derived", "");
      derived.setId("derived-" + field.name());
      derived.textProperty().bind(spec.derived);
      getChildren().add(derived);
    }
    if (!spec.caution.isEmpty()) {
      Label caution = line("field-caution", spec.caution);
      caution.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
      getChildren().add(caution);
    }
    if (!spec.help.isEmpty()) {
      getChildren().add(line("field-help", spec.help));
    }
    if (spec.extra != null) {
      getChildren().add(spec.extra);
    }
    if (spec.visible != null) {
      visibleProperty().bind(spec.visible);
      managedProperty().bind(spec.visible);
    }
    follow(spec);
  }

  FormField<?> field() {
    return field;
  }

  void focus() {
    control.first().requestFocus();
  }

  private void follow(FieldSpec spec) {
    field
        .problemProperty()
        .subscribe(text -> {
          pseudoClassStateChanged(ERROR, !text.isEmpty());
          control.first().setAccessibleHelp(text.isEmpty() ? spec.help : text);
        });
    field.changedProperty().subscribe(now -> pseudoClassStateChanged(CHANGED, now));
    focusWithinProperty()
        .addListener((_, _, inside) -> {
          if (!inside) {
            field.left();
          }
        });
  }

  private HBox row(Texts texts, String label) {
    HBox row = new HBox(control.node());
    row.getStyleClass().add("field-row");
    if (!(control.node() instanceof HBox)) {
      // Parts side by side stay together, with the button that takes their change back.
      HBox.setHgrow(control.node(), Priority.ALWAYS);
    }
    if (!control.resetsParts()) {
      Button reset = resetButton(texts, "reset-" + field.name(), label);
      reset.visibleProperty().bind(field.changedProperty());
      reset.setOnAction(_ -> {
        focus();
        field.reset();
      });
      row.getChildren().add(reset);
    }
    return row;
  }

  /** A button that takes back the change of what is called so; it needs room only while visible. */
  static Button resetButton(Texts texts, String id, String called) {
    Button reset = new Button(null, new FontIcon(MaterialDesignU.UNDO_VARIANT));
    reset.setId(id);
    reset.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "icon-button", "field-reset");
    reset.setAccessibleText(texts.get("form.reset", called));
    reset.setTooltip(new Tooltip(texts.get("form.reset", called)));
    reset.managedProperty().bind(reset.visibleProperty());
    return reset;
  }

  /** A line that is there only while it says something. */
  private static Label line(String styleClass, String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
