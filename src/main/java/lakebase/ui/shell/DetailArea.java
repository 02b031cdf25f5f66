package lakebase.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceColour;
import lakebase.ui.Icons;
import lakebase.ui.Key;
import lakebase.ui.Lifecycle;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceWords;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Shows the page of the selected thing; a page is made when its kind is first selected. */
final class DetailArea extends StackPane {

  private final UiContext context;
  private final Features features;
  private final Map<String, DetailPage> pages = new HashMap<>();
  private final VBox empty;

  DetailArea(UiContext context, Features features) {
    this.context = context;
    this.features = features;
    this.empty = empty(context.texts());
    setId("detail");
    getStyleClass().add("detail-area");
    setAccessibleText(context.texts().get("shell.detail"));
    getChildren().add(empty);
    Lifecycle.of(this)
        .watch(context.store(), state -> new Shown(state.selection()), shown -> show(shown.ref))
        .watch(context.store(), DetailArea::colour, this::mark);
  }

  /** The colour of the selection's workspace, if there is one. */
  private static Optional<WorkspaceColour> colour(AppState state) {
    return Optional.ofNullable(state.selection())
        .flatMap(ref -> state.workspace(ref.workspace()))
        .map(Workspace::colour);
  }

  private void mark(Optional<WorkspaceColour> colour) {
    getStyleClass().setAll("detail-area");
    colour.ifPresent(now -> getStyleClass().add(WorkspaceWords.styleClass(now)));
  }

  /** A selection that may be absent, for the store's listeners get a value. */
  private record Shown(@Nullable Ref ref) {}

  private void show(@Nullable Ref ref) {
    if (ref == null) {
      getChildren().setAll(empty);
      return;
    }
    DetailPage page = pages.computeIfAbsent(kind(ref), _ -> features.detail(context, ref));
    page.show().accept(ref);
    if (!getChildren().getFirst().equals(page.node())) {
      getChildren().setAll(page.node());
    }
  }

  private static String kind(Ref ref) {
    return switch (ref) {
      case Ref.OfWorkspace _ -> "workspace";
      case Ref.OfResource(var _, var name) -> name.kind().name();
    };
  }

  private static VBox empty(Texts texts) {
    Label title = new Label(texts.get("shell.empty.title"));
    title.getStyleClass().addAll("strong", "empty-title");
    Label text = new Label(texts.get("shell.empty.text", Key.SEARCH.printed(texts)));
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    VBox box =
        new VBox(Icons.icon(MaterialDesignC.CURSOR_DEFAULT_CLICK_OUTLINE, "muted"), title, text);
    box.setId("detail-empty");
    box.getStyleClass().add("empty-state");
    return box;
  }

  /** What is asked for when nothing is selected: the whole of the first workspace. */
  static @Nullable Ref current(AppState state) {
    Ref selection = state.selection();
    return selection != null
        ? selection
        : state.workspaces().keySet().stream().findFirst().map(Ref::of).orElse(null);
  }
}
