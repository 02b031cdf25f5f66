package lakebase.ui.shell;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.ui.Key;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogFrame;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Colours, language and size; what is chosen holds at once. */
final class SettingsDialog {

  static final int SMALLEST = 75;
  static final int LARGEST = 200;
  static final int STEP = 5;

  private final Store store;
  private final Texts texts;
  private final GridPane form = new GridPane();

  private SettingsDialog(UiContext context) {
    this.store = context.store();
    this.texts = context.texts();
    form.getStyleClass().add("settings-form");
    Settings now = store.state().settings();
    add(
        "settings-theme",
        texts.get("settings.theme"),
        List.of(Settings.Theme.values()),
        theme -> texts.of("settings.theme", theme),
        now.theme(),
        Settings::withTheme);
    add(
        "settings-language",
        texts.get("settings.language"),
        List.of("", "en", "de"),
        tag -> texts.get("settings.language." + (tag.isEmpty() ? "system" : tag)),
        now.language(),
        Settings::withLanguage);
    addScale();
  }

  static DialogFrame of(UiContext context) {
    Texts texts = context.texts();
    DialogFrame frame =
        new DialogFrame(
            texts,
            MaterialDesignC.COG_OUTLINE,
            texts.get("settings.title"),
            "",
            DialogFrame.Width.NARROW);
    Label hint = new Label(texts.get("settings.hint"));
    hint.getStyleClass().add("muted");
    hint.setWrapText(true);
    VBox body = new VBox(new SettingsDialog(context).form, hint);
    body.getStyleClass().add("settings-body");
    frame.setBody(body);
    frame.addCancelButton(texts.get("dialog.close"));
    return frame;
  }

  private interface Change<T> {
    Settings apply(Settings settings, T value);
  }

  private <T> void add(
      String id, String name, List<T> values, Function<T, String> words, T now, Change<T> change) {
    ChoiceBox<T> box = new ChoiceBox<>();
    box.getItems().setAll(values);
    box.setConverter(shown(words));
    box.setValue(now);
    box.setId(id);
    box.valueProperty().subscribe((_, value) -> change(settings -> change.apply(settings, value)));
    row(name, box).setLabelFor(box);
  }

  private void addScale() {
    Spinner<Integer> spinner =
        new Spinner<>(SMALLEST, LARGEST, store.state().settings().scalePercent(), STEP);
    spinner.setId("settings-scale");
    spinner.setEditable(true);
    spinner.valueProperty().subscribe((_, value) -> change(now -> now.withScalePercent(value)));
    Label hint =
        new Label(
            texts.get(
                "settings.scale.hint", Key.LARGER.printed(texts), Key.SMALLER.printed(texts)));
    hint.getStyleClass().addAll("muted", "small-text");
    HBox value = new HBox(spinner, new Label("%"));
    value.getStyleClass().add("settings-scale");
    row(texts.get("settings.scale"), new VBox(value, hint)).setLabelFor(spinner);
  }

  private Label row(String name, Node field) {
    Label label = new Label(name);
    label.getStyleClass().add("fact-label");
    form.addRow(form.getRowCount(), label, field);
    return label;
  }

  private void change(UnaryOperator<Settings> change) {
    store.update(state -> {
      Settings changed = change.apply(state.settings());
      return changed.equals(state.settings()) ? state : state.withSettings(changed);
    });
  }

  private static <T> StringConverter<T> shown(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("chosen, never typed");
      }
    };
  }
}
