package lakebase.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import lakebase.ui.Texts;

/**
 * Builds a form. The chain only adds fields, each configured in its own lambda, so that there is no
 * "current" field to get wrong.
 */
public final class FormBuilder {

  private final Checks checks;
  private final Texts texts;
  private final List<FieldBox> boxes = new ArrayList<>();
  private final List<Node> rows = new ArrayList<>();

  /** An empty form in these texts and times. */
  public FormBuilder(Checks checks) {
    this.checks = checks;
    this.texts = checks.texts();
  }

  /** A line of text, a number or an id. */
  public FormBuilder text(FormField<String> field, Consumer<TextSpec> config) {
    TextSpec spec = new TextSpec();
    config.accept(spec);
    UnitField control = new UnitField(spec.unit).bound(field);
    control.setPromptText(spec.prompt);
    if (spec.mono) {
      control.getStyleClass().add("mono");
    }
    if (spec.shortWidth) {
      control.getStyleClass().add("short-field");
      control.setMaxWidth(UnitField.USE_PREF_SIZE);
    }
    return add(field, spec, FieldControl.of(control));
  }

  /** A secret: what is typed is not shown. */
  public FormBuilder secret(FormField<String> field, Consumer<TextSpec> config) {
    TextSpec spec = new TextSpec();
    config.accept(spec);
    PasswordField control = new PasswordField();
    control.setPromptText(spec.prompt);
    field
        .valueProperty()
        .subscribe(text -> {
          if (!control.getText().equals(text)) {
            control.setText(text);
          }
        });
    control.textProperty().addListener((_, _, now) -> field.set(Invisible.strip(now)));
    return add(field, spec, FieldControl.of(control));
  }

  /** A size range, with a slider over it. */
  public FormBuilder size(FormField<SizeInput> field, Consumer<FieldSpec> config) {
    return add(field, config, () -> new SizeControl(checks, field).control());
  }

  /** When to scale to zero. */
  public FormBuilder suspension(FormField<SuspensionInput> field, Consumer<FieldSpec> config) {
    return add(field, config, () -> new SuspensionControl(texts, field).control());
  }

  /** When a branch expires. */
  public FormBuilder expiration(FormField<ExpirationInput> field, Consumer<FieldSpec> config) {
    return add(field, config, () -> new ExpirationControl(checks, field).control());
  }

  /** A point of the history of a branch, in that window. */
  public FormBuilder point(
      FormField<PointInput> field,
      ObservableValue<PointWindow> window,
      Consumer<FieldSpec> config) {
    return add(field, config, () -> new PointControl(checks, field, window).control());
  }

  /** Rows of a key and a value. */
  public FormBuilder pairs(
      FormField<Pairs> field, PairsControl.Words words, Consumer<FieldSpec> config) {
    return add(field, config, () -> new PairsControl(texts, field, words).control());
  }

  /** On or off. */
  public FormBuilder toggle(FormField<Boolean> field, String word, Consumer<FieldSpec> config) {
    return add(field, config, () -> Choices.toggle(field, word));
  }

  /** One of a list, searchable when it is long. */
  public <T> FormBuilder choice(
      FormField<T> field, List<T> items, Function<T, String> word, Consumer<FieldSpec> config) {
    return add(field, config, () -> Choices.list(field, items, word));
  }

  /** One of few, side by side. */
  public <E extends Enum<E>> FormBuilder segments(
      FormField<E> field, Class<E> type, Function<E, String> word, Consumer<FieldSpec> config) {
    return add(field, config, () -> Choices.segments(field, type, word));
  }

  /**
   * A control of the feature's own, which follows the field by itself.
   *
   * @param first the part that the label names and the focus goes to
   */
  public FormBuilder control(
      FormField<?> field, Region node, Control first, Consumer<FieldSpec> config) {
    return add(field, config, () -> new FieldControl(node, first));
  }

  /** A heading between fields. */
  public FormBuilder heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().addAll("form-heading", "muted", "strong");
    rows.add(heading);
    return this;
  }

  /** Anything else between fields. */
  public FormBuilder node(Node node) {
    rows.add(node);
    return this;
  }

  /** The form. */
  public FormPane build() {
    return new FormPane(boxes, rows);
  }

  private FormBuilder add(
      FormField<?> field, Consumer<FieldSpec> config, Supplier<FieldControl> control) {
    FieldSpec spec = new FieldSpec();
    config.accept(spec);
    return add(field, spec, control.get());
  }

  private FormBuilder add(FormField<?> field, FieldSpec spec, FieldControl control) {
    control.first().setId("field-" + field.name());
    if (control.first().getAccessibleText() == null) {
      control.first().setAccessibleText(spec.label);
    }
    FieldBox box = new FieldBox(texts, field, spec, control);
    boxes.add(box);
    rows.add(box);
    return this;
  }
}
