package lakebase.ui.form;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lakebase.model.ComputeLimits;
import lakebase.model.SizeRange;
import lakebase.ui.Texts;
import org.controlsfx.control.RangeSlider;

/**
 * A size range: a slider over the steps that a scaling compute can have, the two numbers, which
 * take what is beyond the slider, too, and what memory and connections follow.
 */
final class SizeControl {

  private static final double[] STEPS = ComputeLimits.steps();

  private final Checks checks;
  private final FormField<SizeInput> field;
  private final RangeSlider slider = new RangeSlider(0, STEPS.length - 1.0, 0, 1);
  private final UnitField min = new UnitField("CU");
  private final UnitField max = new UnitField("CU");
  private final Button resetMin;
  private final Button resetMax;
  private final Label facts = new Label();
  private boolean showing;

  SizeControl(Checks checks, FormField<SizeInput> field) {
    this.checks = checks;
    this.field = field;
    Texts texts = checks.texts();
    slider.setAccessibleText(texts.get("form.size.slider"));
    slider.setFocusTraversable(false);
    slider.skinProperty().addListener((_, _, _) -> leaveKeysToTheNumbers());
    slider.setId("slider-" + field.name());
    min.setAccessibleText(texts.get("form.size.min"));
    max.setAccessibleText(texts.get("form.size.max"));
    max.setId("max-" + field.name());
    facts.getStyleClass().add("field-derived");
    facts.setId("facts-" + field.name());
    facts.setWrapText(true);
    resetMin = FieldBox.resetButton(texts, "reset-min-" + field.name(), min.getAccessibleText());
    resetMax = FieldBox.resetButton(texts, "reset-max-" + field.name(), max.getAccessibleText());
    resetMin.setOnAction(_ -> reset(min, stored -> field.get().withMin(stored.min())));
    resetMax.setOnAction(_ -> reset(max, stored -> field.get().withMax(stored.max())));
    min.textProperty().addListener((_, _, now) -> enter(field.get().withMin(now)));
    max.textProperty().addListener((_, _, now) -> enter(field.get().withMax(now)));
    slider.lowValueProperty().addListener((_, _, now) -> slide(now.doubleValue(), true));
    slider.highValueProperty().addListener((_, _, now) -> slide(now.doubleValue(), false));
    field.valueProperty().subscribe(this::show);
    field.storedProperty().subscribe(_ -> mark());
  }

  FieldControl control() {
    HBox numbers = new HBox(min, resetMin, new Label("–"), max, resetMax, facts);
    numbers.getStyleClass().add("size-numbers");
    for (UnitField one : new UnitField[] {min, max}) {
      one.getStyleClass().add("size-field");
      one.setMinWidth(UnitField.USE_PREF_SIZE);
    }
    VBox node = new VBox(slider, numbers);
    node.getStyleClass().add("size-control");
    return new FieldControl(node, min, true);
  }

  /** Its thumbs take the focus by themselves, without a name; the numbers do the same by keys. */
  private void leaveKeysToTheNumbers() {
    for (String thumb : new String[] {".low-thumb", ".high-thumb"}) {
      slider.lookupAll(thumb).forEach(node -> node.setFocusTraversable(false));
    }
  }

  private void enter(SizeInput now) {
    if (!showing) {
      field.set(now);
    }
  }

  private void slide(double index, boolean low) {
    if (showing) {
      return;
    }
    String cu = Numbers.plain(STEPS[(int) Math.round(index)]);
    SizeInput now = field.get();
    field.set(low ? now.withMin(cu) : now.withMax(cu));
  }

  private void show(SizeInput now) {
    showing = true;
    min.show(now.min());
    max.show(now.max());
    Optional<SizeRange> range = now.range();
    range.ifPresent(found -> {
      // Low first would be held back by the old high when both grow, and the other way round.
      slider.setHighValue(Math.max(slider.getHighValue(), index(found.maxCu())));
      slider.setLowValue(index(found.minCu()));
      slider.setHighValue(index(found.maxCu()));
    });
    facts.setText(range.filter(found -> checks.size(now).isEmpty()).map(this::facts).orElse(""));
    showing = false;
    mark();
  }

  /** Shows of each number whether it differs from the stored one: each is changed by itself. */
  private void mark() {
    SizeInput stored = field.storedProperty().get();
    SizeInput now = field.get();
    mark(min, resetMin, stored != null && !Numbers.isSame(stored.min(), now.min()));
    mark(max, resetMax, stored != null && !Numbers.isSame(stored.max(), now.max()));
  }

  private static void mark(UnitField number, Button reset, boolean changed) {
    number.pseudoClassStateChanged(FieldBox.CHANGED, changed);
    reset.setVisible(changed);
  }

  private void reset(UnitField number, UnaryOperator<SizeInput> toStored) {
    SizeInput stored = field.storedProperty().get();
    if (stored != null) {
      number.requestFocus();
      field.set(toStored.apply(stored));
      field.checkAgain();
    }
  }

  private String facts(SizeRange range) {
    String low = checks.formats().number(ComputeLimits.memoryGb(range.minCu()));
    String high = checks.formats().number(ComputeLimits.memoryGb(range.maxCu()));
    int connections = ComputeLimits.maxConnections(range.maxCu());
    return checks
        .texts()
        .get("form.size.facts", low.equals(high) ? high : low + "–" + high, connections);
  }

  private static int index(double cu) {
    int found = Arrays.binarySearch(STEPS, cu);
    return Math.min(found >= 0 ? found : -found - 1, STEPS.length - 1);
  }
}
