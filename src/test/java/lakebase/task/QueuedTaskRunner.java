package lakebase.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Keeps calls until the test runs them, one after the other: whatever happens in between is seen.
 */
public final class QueuedTaskRunner implements TaskRunner {

  private final Deque<Runnable> waiting = new ArrayDeque<>();

  @Override
  public <T> Job run(Call<T> call, Consumer<Outcome<T>> onFx) {
    Runnable work =
        () -> {
          Outcome<T> outcome = VirtualTaskRunner.outcome(call);
          if (outcome != null) {
            onFx.accept(outcome);
          }
        };
    waiting.add(work);
    return () -> waiting.remove(work);
  }

  /** Runs the call that has waited longest. */
  public void runNext() {
    waiting.remove().run();
  }

  /** Runs the call that was asked for last. */
  public void runLast() {
    waiting.removeLast().run();
  }

  /** Runs everything, also what is asked for meanwhile. */
  public void runAll() {
    while (!waiting.isEmpty()) {
      runNext();
    }
  }

  /** How many calls wait. */
  public int waiting() {
    return waiting.size();
  }
}
