package lakebase.ui.credential;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The fields of the desk: role, life, database, and the host where there are several. */
final class DeskFields extends VBox {

  private final Texts texts;
  private final DeskModel model;
  private final ComboBox<RoleChoice> roles;
  private final ComboBox<String> databases;
  private final ComboBox<HostChoice> hosts;
  private final TextField minutes = new TextField();
  private final Label problem = new Label();
  private final Label pooled = new Label();
  private final VBox hostBox;

  DeskFields(Texts texts, DeskModel model) {
    this.texts = texts;
    this.model = model;
    roles = choice("credential-role", model.roleProperty(), this::word);
    databases = choice("credential-database", model.databaseProperty(), name -> name);
    hosts = choice("credential-host", model.hostProperty(), this::word);
    minutes.setId("credential-minutes");
    minutes.setPrefColumnCount(4);
    minutes.textProperty().bindBidirectional(model.token().minutesProperty());
    minutes.setOnAction(_ -> model.token().generate());
    Label unit = new Label(texts.get("credential.minutes"));
    unit.getStyleClass().add("muted");
    unit.setMinWidth(Label.USE_PREF_SIZE);
    HBox life = new HBox(minutes, unit);
    life.setAlignment(Pos.CENTER_LEFT);
    life.getStyleClass().add("credential-row");
    VBox lifeBox = box("credential.validFor", minutes, life);
    lifeBox.setMinWidth(USE_PREF_SIZE);
    HBox row =
        new HBox(
            grow(box("credential.role", roles, roles)),
            lifeBox,
            grow(box("credential.database", databases, databases)));
    row.getStyleClass().add("credential-fields");
    problem.setId("credential-problem");
    problem.getStyleClass().addAll("state-danger", "small-text");
    problem.setWrapText(true);
    pooled.setId("credential-pooled");
    pooled.getStyleClass().addAll("muted", "small-text");
    pooled.setWrapText(true);
    pooled.setMinHeight(USE_PREF_SIZE);
    hostBox = box("credential.host", hosts, hosts);
    getChildren().addAll(row, problem, hostBox, pooled);
    getStyleClass().add("credential-desk");
    for (Node hidden : new Node[] {problem, pooled, hostBox}) {
      hidden.managedProperty().bind(hidden.visibleProperty());
    }
  }

  private String word(RoleChoice choice) {
    return texts.get("credential.role." + choice.whose().name(), choice.name());
  }

  private String word(HostChoice choice) {
    return texts.get(
        "credential.host.choice", texts.get("endpoint.host." + choice.kind()), choice.host());
  }

  private static VBox grow(VBox box) {
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setMinWidth(0);
    return box;
  }

  private VBox box(String key, Node field, Node shown) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("strong");
    label.setLabelFor(field);
    VBox box = new VBox(label, shown);
    box.getStyleClass().add("credential-field");
    return box;
  }

  private static <T> ComboBox<T> choice(
      String id, ObjectProperty<@Nullable T> chosen, Function<T, String> word) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getStyleClass().add("mono");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setPrefWidth(0);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : word.apply(value);
          }

          @Override
          public @Nullable T fromString(String text) {
            return null;
          }
        });
    box.valueProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            chosen.set(now);
          }
        });
    // A long name is cut.
    Tooltip whole = new Tooltip();
    box.setTooltip(whole);
    chosen.subscribe(now -> {
      box.setValue(now);
      whole.setText(now == null ? "" : word.apply(now));
    });
    return box;
  }

  /** Shows what can be chosen now. */
  void take(DeskChoices choices) {
    fill(roles, choices.roles(), model.roleProperty().get());
    fill(databases, choices.databases(), model.databaseProperty().get());
    fill(hosts, choices.hosts(), model.hostProperty().get());
    hostBox.setVisible(choices.hosts().size() > 1);
    pooled.setVisible(!choices.pooled().isEmpty());
    pooled.setText(texts.get("credential.pooled", String.join(", ", choices.pooled())));
  }

  private static <T> void fill(ComboBox<T> box, List<T> items, @Nullable T chosen) {
    if (!box.getItems().equals(items)) {
      box.setItems(FXCollections.observableArrayList(items));
      box.setValue(chosen);
    }
    box.setDisable(items.isEmpty());
  }

  /** Says what is wrong with what is entered, if anything. */
  void showProblem() {
    String role = model.roleProblem();
    String words = model.token().ttl().isEmpty() ? texts.get("credential.minutes.problem") : role;
    problem.setText(words);
    problem.setVisible(!words.isEmpty());
  }
}
