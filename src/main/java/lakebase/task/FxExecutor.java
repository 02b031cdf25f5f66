package lakebase.task;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * Runs things on the FX thread: at once when called there, else later, in the order asked for. The
 * only caller of {@link Platform#runLater}. Either way an exception reaches the FX thread's
 * uncaught-exception handler and never the caller.
 */
public final class FxExecutor implements Executor {

  @Override
  public void execute(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      runHere(task);
    } else {
      Platform.runLater(task);
    }
  }

  // The handler is where an exception goes that nobody expected, so nothing is too wide to catch.
  @SuppressWarnings("CatchingUnchecked")
  private static void runHere(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error unexpected) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, unexpected);
    }
  }
}
