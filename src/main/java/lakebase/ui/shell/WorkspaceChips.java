package lakebase.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.ui.ColourBar;
import lakebase.ui.Icons;
import lakebase.ui.Key;
import lakebase.ui.Lifecycle;
import lakebase.ui.Standing;
import lakebase.ui.Ticker;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceWords;
import lakebase.ui.detail.WorkspaceCommands;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * A chip for each workspace: its colour, its name, how long its token is good, whether it is locked
 * and how it stands, as a shape and a word; behind them a way to add another. What does not fit is
 * in a menu.
 */
final class WorkspaceChips extends HBox {

  /** How many stand side by side. */
  static final int MOST = 4;

  private final UiContext context;
  private final WorkspaceWords words;
  private List<Chip> shown = List.of();

  /**
   * What of a workspace a chip shows.
   *
   * @param left how long its token is good; empty when it does not end
   * @param status how it stands, in words
   */
  private record Chip(
      WorkspaceId id,
      String name,
      WorkspaceColour colour,
      Standing standing,
      boolean locked,
      String left,
      String status) {}

  WorkspaceChips(UiContext context) {
    this.context = context;
    this.words = WorkspaceWords.of(context);
    setId("workspace-chips");
    getStyleClass().add("workspace-chips");
    Lifecycle.of(this)
        .watch(context.store(), this::chips, this::show)
        .whileSeen(() -> Ticker.everySecond(() -> show(chips(context.store().state()))));
  }

  private List<Chip> chips(AppState state) {
    return state.workspaces().values().stream().map(this::chip).toList();
  }

  private Chip chip(Workspace workspace) {
    return new Chip(
        workspace.id(),
        workspace.name(),
        workspace.colour(),
        Standing.of(workspace),
        workspace.isReadOnly(),
        words.tokenLeft(workspace),
        words.status(workspace));
  }

  private void show(List<Chip> chips) {
    if (chips.equals(shown)) {
      return;
    }
    shown = chips;
    String focused = isFocusWithin() ? getScene().getFocusOwner().getId() : null;
    getChildren().clear();
    int side = chips.size() > MOST ? MOST - 1 : chips.size();
    chips.subList(0, side).forEach(chip -> getChildren().add(button(chip)));
    if (side < chips.size()) {
      getChildren().add(rest(chips.subList(side, chips.size())));
    }
    getChildren()
        .add(
            Tips.button(
                "add-workspace",
                MaterialDesignP.PLUS,
                Key.ADD_WORKSPACE,
                context.texts(),
                context.intents()::addWorkspace));
    if (focused != null && lookup("#" + focused) != null) {
      lookup("#" + focused).requestFocus();
    }
  }

  private Node button(Chip chip) {
    Button button = new Button(null, content(chip));
    button.setId("workspace-" + chip.id);
    button.getStyleClass().add("workspace-chip");
    Tips.name(button, spoken(chip));
    button.setOnAction(_ -> context.intents().select(Ref.of(chip.id)));
    ContextMenu menu = new ContextMenu();
    menu.setId("workspace-menu");
    // Filled when it is asked for: a menu without items would not open.
    button.setOnContextMenuRequested(event -> {
      menu.getItems().setAll(items(chip.id));
      if (event.isKeyboardTrigger()) {
        menu.show(button, Side.BOTTOM, 0, 0);
      } else {
        menu.show(button, event.getScreenX(), event.getScreenY());
      }
      event.consume();
    });
    return button;
  }

  private HBox content(Chip chip) {
    Label name = new Label(chip.name);
    name.getStyleClass().add("workspace-chip-name");
    HBox content = new HBox(new ColourBar(chip.colour), name);
    if (!chip.left.isEmpty()) {
      Label left = new Label(chip.left);
      left.getStyleClass().add("muted");
      left.setMinWidth(USE_PREF_SIZE);
      content.getChildren().add(left);
    }
    if (chip.locked) {
      content.getChildren().add(Icons.icon(WorkspaceWords.lock(), "state-warning", "icon-small"));
    }
    content
        .getChildren()
        .add(
            Icons.icon(
                WorkspaceWords.icon(chip.standing), chip.standing.stateClass(), "icon-small"));
    content.getStyleClass().add("workspace-chip-content");
    return content;
  }

  private MenuButton rest(List<Chip> chips) {
    MenuButton more = new MenuButton(context.texts().get("workspace.more", chips.size()));
    more.setId("workspaces-more");
    more.getStyleClass().add("workspace-more");
    for (Chip chip : chips) {
      MenuItem item = new MenuItem(spoken(chip), new ColourBar(chip.colour));
      item.setId("workspace-" + chip.id);
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> context.intents().select(Ref.of(chip.id)));
      more.getItems().add(item);
    }
    return more;
  }

  private String spoken(Chip chip) {
    String status =
        chip.locked ? chip.status + " · " + context.texts().get("access.locked") : chip.status;
    return context.texts().get("workspace.chip", chip.name, status);
  }

  private List<MenuItem> items(WorkspaceId id) {
    return context
        .store()
        .state()
        .workspace(id)
        .map(workspace -> {
          MenuItem refresh =
              new MenuItem(
                  context.texts().get("detail.refresh"), Icons.icon(MaterialDesignR.REFRESH));
          refresh.setId("workspace-refresh");
          refresh.setOnAction(_ -> context.intents().refresh(Ref.of(id)));
          List<MenuItem> items = new ArrayList<>(List.of(refresh, new SeparatorMenuItem()));
          items.addAll(WorkspaceCommands.items(context, workspace));
          return items;
        })
        .orElse(List.of());
  }
}
