package lakebase.ui.detail;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.ui.Lifecycle;
import lakebase.ui.Ticker;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a {@link DetailFrame} up to date: with the store while it is in a showing window, and with
 * the clock once a second, for the times that are told as distances.
 */
public final class DetailPane<S, C> extends StackPane {

  private final UiContext context;
  private final DetailModel<S, C> model;
  private final DetailFrame<C> frame;
  private @Nullable Ref ref;
  private @Nullable S source;

  /** A pane that shows nothing yet. */
  public DetailPane(UiContext context, DetailModel<S, C> model) {
    this.context = context;
    this.model = model;
    this.frame = new DetailFrame<>(context, this::retry);
    getChildren().add(frame);
    Lifecycle.of(this)
        .watch(context.store(), this::select, now -> now.ifPresent(this::render))
        .whileSeen(() -> Ticker.everySecond(this::renderAgain));
  }

  /** Where the tabs are added. */
  public DetailFrame<C> frame() {
    return frame;
  }

  /** What is shown; absent before {@link #show}. */
  public Optional<Ref> ref() {
    return Optional.ofNullable(ref);
  }

  /** Shows this from now on. */
  public void show(Ref now) {
    ref = now;
    render(model.source(context.store().state(), now));
  }

  private Optional<S> select(AppState state) {
    return ref().map(shown -> model.source(state, shown));
  }

  private void render(S now) {
    source = now;
    frame.show(model.page(now));
  }

  /** Shows what is shown again, because something changed that is not in the store. */
  public void renderAgain() {
    if (source != null) {
      frame.show(model.page(source));
    }
  }

  private void retry() {
    ref().ifPresent(shown -> context.inventories().refresh(shown.parent()));
  }
}
