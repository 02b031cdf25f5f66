package lakebase.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceId;
import lakebase.ui.Icons;
import lakebase.ui.Lifecycle;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;

/**
 * A chip for each workspace: its colour, its name, and whether it answers, as a shape and a word.
 */
final class WorkspaceChips extends HBox {

  private static final int COLOURS = 4;

  private final UiContext context;

  /** What of a workspace a chip shows. */
  private record Chip(WorkspaceId id, String name, Connection connection) {}

  WorkspaceChips(UiContext context) {
    this.context = context;
    setId("workspace-chips");
    getStyleClass().add("workspace-chips");
    Lifecycle.of(this)
        .watch(
            context.store(),
            state -> state.workspaces().values().stream().map(WorkspaceChips::chip).toList(),
            this::show);
  }

  private static Chip chip(Workspace workspace) {
    return new Chip(workspace.id(), workspace.name(), workspace.connection());
  }

  private void show(List<Chip> chips) {
    getChildren().clear();
    for (Chip chip : chips) {
      getChildren().add(button(chip, getChildren().size() % COLOURS));
    }
  }

  private Node button(Chip chip, int colour) {
    Region bar = new Region();
    bar.getStyleClass().addAll("workspace-bar", "workspace-colour-" + colour);
    HBox content =
        new HBox(
            bar,
            new Label(chip.name),
            Icons.icon(Icons.of(chip.connection), tone(chip.connection), "icon-small"));
    content.getStyleClass().add("workspace-chip-content");
    Button button = new Button(null, content);
    button.setId("workspace-" + chip.id);
    button.getStyleClass().add("workspace-chip");
    Tips.name(
        button,
        context.texts().get("workspace.chip", chip.name, word(chip.connection, context.texts())));
    button.setOnAction(_ -> context.intents().select(Ref.of(chip.id)));
    return button;
  }

  private static String tone(Connection connection) {
    return switch (connection) {
      case Connection.Connecting _ -> "state-accent";
      case Connection.Connected _ -> "state-success";
      case Connection.Lost _ -> "state-danger";
    };
  }

  private static String word(Connection connection, Texts texts) {
    return switch (connection) {
      case Connection.Connecting _ -> texts.get("workspace.CONNECTING");
      case Connection.Connected(var user) -> texts.get("workspace.CONNECTED", user.userName());
      case Connection.Lost _ -> texts.get("workspace.LOST");
    };
  }
}
