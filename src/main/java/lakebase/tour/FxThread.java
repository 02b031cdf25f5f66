package lakebase.tour;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The FX thread, for a thread that waits for it: calls hop there and come back with the result.
 * Inside {@link #run} and {@link #call} they are just called.
 */
public final class FxThread {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PULSES_TO_SETTLE = 3;

  private FxThread() {}

  /** Runs this on the FX thread, to its end; what it throws is thrown here. */
  public static void run(Action action) {
    call(() -> {
      action.run();
      return true;
    });
  }

  /** Calls this on the FX thread; what it throws is thrown here. */
  public static <T> T call(Callable<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable job =
        () -> {
          try {
            result.complete(action.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        };
    if (Platform.isFxApplicationThread()) {
      job.run();
    } else {
      Platform.runLater(job);
    }
    return await(result, "the FX thread");
  }

  /** Something that may throw. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  /** Waits until the condition holds; it is asked on the FX thread, once a pulse. */
  public static void waitFor(String what, BooleanSupplier condition) {
    CompletableFuture<Boolean> met = new CompletableFuture<>();
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            try {
              if (met.isDone() || condition.getAsBoolean()) {
                met.complete(true);
                stop();
              }
            } catch (Throwable e) {
              met.completeExceptionally(e);
              stop();
            }
          }
        };
    run(timer::start);
    try {
      await(met, what);
    } finally {
      met.complete(false);
    }
  }

  /** Waits until the condition holds. */
  public static void waitFor(BooleanSupplier condition) {
    waitFor("the condition", condition);
  }

  /** Lets a few pulses pass, so that layout and style have caught up. */
  public static void settle() {
    int[] pulses = {0};
    waitFor("pulses", () -> pulses[0]++ >= PULSES_TO_SETTLE);
  }

  private static <T> T await(CompletableFuture<T> result, String what) {
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw FxThread.<RuntimeException>asIs(Objects.requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      throw new AssertionError("waited too long for " + what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Lets a checked exception pass a test's method that does not declare it. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E asIs(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
