package lakebase.ui.permission;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lakebase.model.AccessLevel;
import lakebase.model.Principal;
import lakebase.ui.Icons;
import lakebase.ui.Texts;
import lakebase.ui.form.FormField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The list of who gets what: levels to be chosen, rows to be added and taken away. */
final class GrantsControl extends VBox {

  private static final List<AccessLevel> LEVELS =
      List.of(AccessLevel.CAN_USE, AccessLevel.CAN_MANAGE);

  private final Texts texts;
  private final PermissionEdit model;
  private final FormField<Grants> field;
  private final VBox rows = new VBox();
  private final Button add;
  private List<Object> shape = List.of();

  GrantsControl(Texts texts, PermissionEdit model) {
    this.texts = texts;
    this.model = model;
    this.field = model.grants;
    getStyleClass().add("stacked-control");
    rows.getStyleClass().add("grants");
    add = new Button(texts.get("access.add"), new FontIcon(MaterialDesignP.PLUS));
    add.getStyleClass().add(Styles.SMALL);
    add.setOnAction(_ -> {
      field.set(field.get().plusEmpty());
      int last = field.get().rows().size() - 1;
      rows.lookup("#grant-name-" + last).requestFocus();
    });
    getChildren().addAll(rows, add);
    field.valueProperty().subscribe(this::show);
  }

  /** What the label names. */
  Button first() {
    return add;
  }

  /** Rebuilds the rows only when others are there: what is typed in keeps its caret. */
  private void show(Grants now) {
    List<Object> wanted =
        now.rows().stream()
            .<Object>map(row -> row.fresh() ? row.fresh() : row.principal())
            .toList();
    if (!wanted.equals(shape)) {
      shape = wanted;
      rows.getChildren().clear();
      for (int at = 0; at < now.rows().size(); at++) {
        rows.getChildren().add(row(at, now.rows().get(at)));
      }
      return;
    }
    for (int at = 0; at < now.rows().size(); at++) {
      @SuppressWarnings("unchecked")
      ComboBox<AccessLevel> level = (ComboBox<AccessLevel>) rows.lookup("#grant-level-" + at);
      level.setValue(now.rows().get(at).level());
    }
  }

  private Region row(int at, Grants.Row row) {
    return row.fresh() ? fresh(at, row) : known(at, row);
  }

  private Region known(int at, Grants.Row row) {
    boolean locked = model.isOwnManagement(row.principal());
    Label name = new Label(row.name(), Icons.icon(Icons.of(row.kind())));
    name.setTooltip(new Tooltip(texts.of("access.kind", row.kind()) + ": " + row.name()));
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    ComboBox<AccessLevel> level = level(at, row);
    Button remove = remove(at, row.name());
    level.setDisable(locked);
    remove.setDisable(locked);
    HBox actions = new HBox(level, remove);
    actions.getStyleClass().add("grant");
    actions.setMinWidth(USE_PREF_SIZE);
    StackPane box = new StackPane(actions);
    box.setMinWidth(USE_PREF_SIZE);
    if (locked) {
      Tooltip.install(box, new Tooltip(texts.get("access.own")));
    }
    return line(name, box);
  }

  private Region fresh(int at, Grants.Row row) {
    ComboBox<Principal.Kind> kind =
        choice(
            List.of(Principal.Kind.values()),
            value -> texts.of("access.kind", value),
            now -> enter(at, now, Grants.Row::withKind));
    kind.setId("grant-kind-" + at);
    kind.setAccessibleText(texts.get("access.kind"));
    kind.setValue(row.kind());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    TextField name = new TextField(row.name());
    name.setId("grant-name-" + at);
    name.setAccessibleText(texts.get("access.name"));
    name.promptTextProperty()
        .bind(kind.valueProperty().map(value -> texts.get("access.name." + value)));
    name.textProperty().addListener((_, _, now) -> enter(at, now, Grants.Row::withName));
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    VBox both =
        new VBox(line(kind, gap, remove(at, texts.get("access.new"))), line(name, level(at, row)));
    both.getStyleClass().add("grant-new");
    return both;
  }

  private ComboBox<AccessLevel> level(int at, Grants.Row row) {
    List<AccessLevel> levels =
        LEVELS.contains(row.level())
            ? LEVELS
            : Stream.concat(Stream.of(row.level()), LEVELS.stream()).toList();
    ComboBox<AccessLevel> level =
        choice(
            levels,
            value -> texts.of("access.level", value),
            now -> enter(at, now, Grants.Row::withLevel));
    level.setId("grant-level-" + at);
    level.setAccessibleText(texts.get("access.level.of", row.name()));
    level.setValue(row.level());
    level.setMinWidth(USE_PREF_SIZE);
    return level;
  }

  private Button remove(int at, String name) {
    Button remove = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
    remove.setId("grant-remove-" + at);
    remove.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "icon-button");
    remove.setAccessibleText(texts.get("access.remove", name));
    remove.setTooltip(new Tooltip(remove.getAccessibleText()));
    remove.setOnAction(_ -> {
      add.requestFocus();
      field.set(field.get().without(at));
    });
    return remove;
  }

  private <V> void enter(int at, V value, Change<V> change) {
    Grants now = field.get();
    if (at < now.rows().size()) {
      field.set(now.with(at, change.of(now.rows().get(at), value)));
    }
  }

  /** A row with another value. */
  private interface Change<V> {
    Grants.Row of(Grants.Row row, V value);
  }

  private static <V> ComboBox<V> choice(
      List<V> values, Function<V, String> word, Consumer<V> chosen) {
    ComboBox<V> box = new ComboBox<>(FXCollections.observableArrayList(values));
    box.setConverter(new Words<>(values, word));
    box.valueProperty()
        .addListener((_, before, now) -> {
          if (now != null && before != null && !Objects.equals(now, before)) {
            chosen.accept(now);
          }
        });
    return box;
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(nodes);
    line.getStyleClass().add("grant");
    return line;
  }

  private static final class Words<V> extends StringConverter<V> {
    private final List<V> values;
    private final Function<V, String> word;

    Words(List<V> values, Function<V, String> word) {
      this.values = values;
      this.word = word;
    }

    @Override
    public String toString(@Nullable V value) {
      return value == null ? "" : word.apply(value);
    }

    @Override
    public @Nullable V fromString(String text) {
      return values.stream()
          .filter(value -> word.apply(value).equals(text))
          .findFirst()
          .orElse(null);
    }
  }
}
