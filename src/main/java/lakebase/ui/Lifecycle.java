package lakebase.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import lakebase.state.AppState;
import lakebase.state.Store;

/**
 * Subscriptions of a view that hold only while its node is in a showing window: the one way for a
 * view to listen to something that lives longer than itself, so that no view is kept alive by it.
 */
public final class Lifecycle {

  private final List<Supplier<Store.Subscription>> starts = new ArrayList<>();
  private final List<Store.Subscription> running = new ArrayList<>();
  private boolean showing;

  private Lifecycle() {}

  /** The life of that node. */
  public static Lifecycle of(Node node) {
    Lifecycle lifecycle = new Lifecycle();
    ObservableValue<Boolean> showing =
        node.sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(false);
    showing.addListener((_, _, now) -> lifecycle.show(now));
    node.getProperties().put(Lifecycle.class, showing);
    lifecycle.show(showing.getValue());
    return lifecycle;
  }

  /** Watches the store while the node is showing. */
  public <T> Lifecycle watch(Store store, Function<AppState, T> selector, Consumer<T> listener) {
    return whileShowing(() -> store.watch(selector, listener));
  }

  /** Starts something each time the node is shown, and ends it when it is not any more. */
  public Lifecycle whileShowing(Supplier<Store.Subscription> start) {
    starts.add(start);
    if (showing) {
      running.add(start.get());
    }
    return this;
  }

  private void show(boolean now) {
    if (now == showing) {
      return;
    }
    showing = now;
    if (now) {
      starts.forEach(start -> running.add(start.get()));
    } else {
      running.forEach(Store.Subscription::end);
      running.clear();
    }
  }
}
