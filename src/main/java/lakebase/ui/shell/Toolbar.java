package lakebase.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lakebase.ui.Icons;
import lakebase.ui.Key;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The bar at the top: workspaces, search, and what concerns the whole window. */
final class Toolbar extends HBox {

  private final NewMenu newMenu;

  Toolbar(UiContext context, Region search, Runnable refresh, Runnable settings) {
    setId("toolbar");
    getStyleClass().add("toolbar");
    setAccessibleText(context.texts().get("shell.toolbar"));
    newMenu = new NewMenu(context);
    Button again =
        Tips.button("refresh", MaterialDesignR.REFRESH, Key.REFRESH, context.texts(), refresh);
    Button gear =
        Tips.button(
            "settings", MaterialDesignC.COG_OUTLINE, Key.SETTINGS, context.texts(), settings);
    search.getStyleClass().add("search-slot");
    HBox.setHgrow(search, Priority.SOMETIMES);
    getChildren()
        .addAll(
            Icons.icon(MaterialDesignD.DATABASE_COG, "logo", "icon-large"),
            new WorkspaceChips(context),
            spacer(),
            search,
            spacer(),
            newMenu,
            again,
            new ThemeButton(context),
            gear);
  }

  /** Opens the menu of what can be created. */
  void openNew() {
    newMenu.open();
  }

  private static Node spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }
}
