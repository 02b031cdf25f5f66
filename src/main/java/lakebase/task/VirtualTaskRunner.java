package lakebase.task;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.api.ApiException;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;
import org.jspecify.annotations.Nullable;

/**
 * Runs each call on a virtual thread of its own. An {@link ApiException} ends as its failure; any
 * other exception is a defect: it is logged here, once, and ends as {@link ApiFailure.Protocol}
 * with the error code {@value #DEFECT}. An interrupted call delivers nothing.
 */
public final class VirtualTaskRunner implements TaskRunner, AutoCloseable {

  /** The error code of a failure that is the console's own defect. */
  public static final String DEFECT = "CONSOLE_DEFECT";

  private static final Logger LOG = Logger.getLogger(VirtualTaskRunner.class.getName());

  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Executor fx;

  /** Delivers outcomes through that executor. */
  public VirtualTaskRunner(Executor fx) {
    this.fx = fx;
  }

  @Override
  public <T> Job run(Call<T> call, Consumer<Outcome<T>> onFx) {
    AtomicBoolean cancelled = new AtomicBoolean();
    Future<?> work =
        workers.submit(() -> {
          Outcome<T> outcome = outcome(call);
          if (outcome != null) {
            fx.execute(() -> {
              if (!cancelled.get()) {
                onFx.accept(outcome);
              }
            });
          }
        });
    return () -> {
      cancelled.set(true);
      work.cancel(true);
    };
  }

  /** Interrupts every call that is under way; their outcomes are not delivered. */
  @Override
  public void close() {
    workers.shutdownNow();
  }

  /** Makes the call; null when it was interrupted. */
  static <T> @Nullable Outcome<T> outcome(Call<T> call) {
    try {
      return new Outcome.Success<>(call.call());
    } catch (ApiException refused) {
      return new Outcome.Failure<>(refused.failure());
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      return null;
    } catch (RuntimeException | Error defect) {
      LOG.log(Level.SEVERE, "A call ended unexpectedly", defect);
      return new Outcome.Failure<>(failure(defect));
    }
  }

  /** Only the exception's type is told: its message could hold anything. */
  private static ApiFailure failure(Throwable defect) {
    String type = defect.getClass().getSimpleName();
    return new ApiFailure.Protocol(
        new ApiFailure.Details(0, new ServiceError(DEFECT, type, List.of(), null), ""));
  }
}
