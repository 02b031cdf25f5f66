package lakebase.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import lakebase.state.AppState;
import lakebase.state.Store;

/**
 * Subscriptions of a view that hold only while its node is in a showing window: the one way for a
 * view to listen to something that lives longer than itself, so that no view is kept alive by it.
 */
public final class Lifecycle {

  private final Span showing;
  private final Span seen;

  private Lifecycle(Node node) {
    ObservableValue<Window> window = node.sceneProperty().flatMap(Scene::windowProperty);
    showing = new Span(window.flatMap(Window::showingProperty));
    seen = new Span(window.flatMap(Lifecycle::isSeen));
  }

  /** The life of that node. */
  public static Lifecycle of(Node node) {
    return new Lifecycle(node);
  }

  /** Watches the store while the node is showing. */
  public <T> Lifecycle watch(Store store, Function<AppState, T> selector, Consumer<T> listener) {
    return whileShowing(() -> store.watch(selector, listener));
  }

  /** Starts something each time the node is shown, and ends it when it is not any more. */
  public Lifecycle whileShowing(Supplier<Store.Subscription> start) {
    showing.add(start);
    return this;
  }

  /** The same for what is for the eyes alone: it rests while the window is minimised, too. */
  public Lifecycle whileSeen(Supplier<Store.Subscription> start) {
    seen.add(start);
    return this;
  }

  private static ObservableValue<Boolean> isSeen(Window window) {
    return window instanceof Stage stage
        ? stage
            .showingProperty()
            .flatMap(shown -> stage.iconifiedProperty().map(away -> shown && !away))
        : window.showingProperty();
  }

  /** A time that comes and goes, and what goes on meanwhile. */
  private static final class Span {

    private final List<Supplier<Store.Subscription>> starts = new ArrayList<>();
    private final List<Store.Subscription> running = new ArrayList<>();
    private boolean lasts;

    Span(ObservableValue<Boolean> condition) {
      condition.orElse(false).subscribe(this::set);
    }

    void add(Supplier<Store.Subscription> start) {
      starts.add(start);
      if (lasts) {
        running.add(start.get());
      }
    }

    private void set(boolean now) {
      if (now == lasts) {
        return;
      }
      lasts = now;
      if (now) {
        starts.forEach(start -> running.add(start.get()));
      } else {
        running.forEach(Store.Subscription::end);
        running.clear();
      }
    }
  }
}
