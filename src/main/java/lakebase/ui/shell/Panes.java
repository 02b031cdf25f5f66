package lakebase.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.ui.Lifecycle;

/**
 * Tree and detail side by side, the background tasks below. The tree and the tasks keep their size
 * when the window changes; their sizes go to the settings, in unscaled pixels. Folded tasks are as
 * high as their header.
 */
final class Panes extends SplitPane {

  private static final double TREE_MIN = 180;
  private static final double DETAIL_MIN = 380;
  private static final double TASKS_MIN = 90;
  private static final double UPPER_MIN = 240;

  private final Store store;
  private final Region tasks;
  private final SplitPane upper;
  private boolean placed;

  Panes(Store store, Region tree, Region detail, Region tasks) {
    this.store = store;
    this.tasks = tasks;
    this.upper = new SplitPane(tree, detail);
    setId("panes");
    upper.setId("upper-panes");
    setOrientation(Orientation.VERTICAL);
    getItems().addAll(upper, tasks);
    setResizableWithParent(tasks, false);
    setResizableWithParent(tree, false);
    tree.setMinWidth(TREE_MIN);
    detail.setMinWidth(DETAIL_MIN);
    upper.setMinHeight(UPPER_MIN);
    Lifecycle.of(this)
        .watch(store, state -> state.settings().tasksOpen(), this::fold)
        .watch(store, state -> state.settings().scalePercent(), _ -> placed = false);
    remember(upper.getDividers().getFirst().positionProperty());
    remember(getDividers().getFirst().positionProperty());
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (!placed && getWidth() > 0 && getHeight() > 0) {
      // After the skin, which keeps the tasks as high in pixels as they were at another scale.
      place();
      super.layoutChildren();
      placed = true;
    }
  }

  private void place() {
    Settings settings = store.state().settings();
    upper.setDividerPositions(settings.treeWidth() * scale() / getWidth());
    if (settings.tasksOpen()) {
      setDividerPositions(1 - settings.tasksHeight() * scale() / getHeight());
    }
  }

  private void fold(boolean open) {
    tasks.setMinHeight(open ? TASKS_MIN : USE_PREF_SIZE);
    tasks.setMaxHeight(open ? Double.MAX_VALUE : USE_PREF_SIZE);
    placed = false;
    requestLayout();
  }

  private void remember(ObservableValue<Number> divider) {
    divider.addListener((_, _, _) -> {
      if (placed) {
        store.update(state -> state.withSettings(measured(state.settings())));
      }
    });
  }

  private Settings measured(Settings settings) {
    double treeWidth = upper.getDividerPositions()[0] * upper.getWidth() / scale();
    double tasksHeight =
        settings.tasksOpen()
            ? (1 - getDividerPositions()[0]) * getHeight() / scale()
            : settings.tasksHeight();
    return settings.withPanes(Math.rint(treeWidth), Math.rint(tasksHeight), settings.tasksOpen());
  }

  private double scale() {
    return store.state().settings().scalePercent() / 100.0;
  }
}
