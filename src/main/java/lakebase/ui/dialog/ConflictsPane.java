package lakebase.ui.dialog;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lakebase.ui.Texts;
import lakebase.ui.form.Conflict;

/** The fields that somebody else changed, too: what was, what they have, what is entered here. */
final class ConflictsPane extends VBox {

  private final Texts texts;
  private final ValueWords words;
  private final BiConsumer<String, Conflict.Choice> decide;

  ConflictsPane(Texts texts, ValueWords words, BiConsumer<String, Conflict.Choice> decide) {
    this.texts = texts;
    this.words = words;
    this.decide = decide;
    setId("conflicts");
    getStyleClass().add("conflicts");
    show(List.of());
  }

  void show(List<? extends Conflict<?>> conflicts) {
    getChildren().setAll(conflicts.stream().map(this::card).toList());
    setVisible(!conflicts.isEmpty());
    setManaged(!conflicts.isEmpty());
  }

  private VBox card(Conflict<?> conflict) {
    Label field = new Label(ChangesTable.leaf(conflict.path()));
    field.getStyleClass().addAll("mono", "strong");
    Label values =
        new Label(
            texts.get(
                "edit.conflict.values",
                words.of(conflict.base()),
                words.of(conflict.theirs()),
                words.of(conflict.mine())));
    values.setWrapText(true);
    values.setMinHeight(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    HBox choice =
        new HBox(
            button(conflict, Conflict.Choice.THEIRS, group),
            button(conflict, Conflict.Choice.MINE, group));
    choice.getStyleClass().add("segments");
    VBox card = new VBox(field, values, choice);
    card.getStyleClass().add("conflict");
    return card;
  }

  private ToggleButton button(Conflict<?> conflict, Conflict.Choice choice, ToggleGroup group) {
    boolean theirs = choice == Conflict.Choice.THEIRS;
    ToggleButton button = new ToggleButton(texts.of("edit.conflict", choice));
    button.setId("conflict-" + choice + "-" + ChangesTable.leaf(conflict.path()));
    button.setToggleGroup(group);
    button.setSelected(choice.equals(conflict.choice()));
    button.getStyleClass().addAll(Styles.SMALL, theirs ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
    button.setOnAction(_ -> decide.accept(conflict.path(), choice));
    return button;
  }
}
