package lakebase.ui;

import javafx.scene.layout.Region;
import lakebase.state.WorkspaceColour;
import org.jspecify.annotations.Nullable;

/** A small upright bar in the colour of a workspace; its name stands beside it. */
public final class ColourBar extends Region {

  private @Nullable WorkspaceColour colour;

  /** A bar without a colour yet. */
  public ColourBar() {
    getStyleClass().add("workspace-bar");
    setMaxHeight(USE_PREF_SIZE);
  }

  /** A bar of that colour. */
  public ColourBar(WorkspaceColour colour) {
    this();
    show(colour);
  }

  /** Shows that colour from now on. */
  public void show(WorkspaceColour now) {
    if (now != colour) {
      getStyleClass().setAll("workspace-bar", WorkspaceWords.styleClass(now));
      colour = now;
    }
  }
}
