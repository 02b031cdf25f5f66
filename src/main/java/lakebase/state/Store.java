package lakebase.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Owns the one {@link AppState}. {@link #state} may be read from any thread; {@link #update} runs
 * the change, and every listener, on the executor's thread: in the console the FX thread.
 */
public final class Store {

  /** Ends a subscription. */
  @FunctionalInterface
  public interface Subscription {

    /** No more calls from now on; a second call does nothing. */
    void end();
  }

  private final Executor executor;
  private final List<Consumer<AppState>> listeners = new ArrayList<>();
  private volatile AppState state;

  /**
   * Starts with that state.
   *
   * @param executor runs updates one after the other; runs them at once when it is called on its
   *     own thread
   */
  public Store(AppState initial, Executor executor) {
    this.state = initial;
    this.executor = executor;
  }

  /** The state now; from any thread. */
  public AppState state() {
    return state;
  }

  /** Changes the state, on the executor's thread; from any thread. */
  public void update(UnaryOperator<AppState> change) {
    executor.execute(() -> {
      AppState now = change.apply(state);
      state = now;
      List.copyOf(listeners).forEach(listener -> listener.accept(now));
    });
  }

  /** Runs this on the executor's thread, in turn with the updates; from any thread. */
  public void run(Runnable action) {
    executor.execute(action);
  }

  /**
   * Calls the listener with the selected value, now and each time it is not equal to the one
   * before. Only on the executor's thread.
   */
  public <T> Subscription watch(Function<AppState, T> selector, Consumer<T> listener) {
    Watch<T> watch = new Watch<>(selector, listener, selector.apply(state));
    listeners.add(watch);
    listener.accept(watch.last);
    return () -> {
      watch.ended = true;
      listeners.remove(watch);
    };
  }

  private static final class Watch<T> implements Consumer<AppState> {

    private final Function<AppState, T> selector;
    private final Consumer<T> listener;
    private T last;
    private boolean ended;

    Watch(Function<AppState, T> selector, Consumer<T> listener, T first) {
      this.selector = selector;
      this.listener = listener;
      this.last = first;
    }

    @Override
    public void accept(AppState now) {
      T value = selector.apply(now);
      if (!ended && !Objects.equals(value, last)) {
        last = value;
        listener.accept(value);
      }
    }
  }
}
