package lakebase.task;

import java.util.function.Consumer;

/**
 * Runs blocking calls off the FX thread. Every call ends in exactly one outcome, delivered on the
 * FX thread, unless it was cancelled; an unexpected exception ends as a failure too, and is logged.
 */
public interface TaskRunner {

  /** Starts the call; from any thread. */
  <T> Job run(Call<T> call, Consumer<Outcome<T>> onFx);
}
