package lakebase.auth;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.api.ApiException;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;

/**
 * One try at a token, on a thread of its own: the vendor's code starts programs and waits without
 * minding an interrupt, and whoever waits for it must not.
 */
final class Flight {

  private static final Logger LOG = Logger.getLogger(Flight.class.getName());

  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final Account account;
  private final Thread thread;

  /** What came of it. */
  sealed interface Outcome {

    /** A token. */
    record Got(Grant grant) implements Outcome {}

    /** None. */
    record Failed(ApiFailure failure) implements Outcome {}
  }

  /** The try itself. */
  @FunctionalInterface
  interface Try {
    Grant make() throws InterruptedException;
  }

  private Flight(Account account, Try action, BiConsumer<Flight, Outcome> landed) {
    this.account = account;
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("sign-in")
            .unstarted(() -> {
              Outcome came = run(action);
              landed.accept(this, came);
              outcome.complete(came);
            });
  }

  /** Starts one; {@code landed} is told on its thread, before those who wait are. */
  static Flight start(Account account, Try action, BiConsumer<Flight, Outcome> landed) {
    Flight flight = new Flight(account, action, landed);
    flight.thread.start();
    return flight;
  }

  /** The token, or what was thrown instead; an interrupt ends the waiting and not the flight. */
  Grant await(Duration patience) throws InterruptedException, TimeoutException {
    try {
      return switch (outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        case Outcome.Got(Grant grant) -> grant;
        case Outcome.Failed(ApiFailure failure) -> throw new ApiException(failure);
      };
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Nobody wants it any more: those who wait are told so. */
  void abandon() {
    outcome.complete(new Outcome.Failed(interrupted()));
    thread.interrupt();
  }

  private Outcome run(Try action) {
    try {
      return new Outcome.Got(action.make());
    } catch (ApiException known) {
      return new Outcome.Failed(known.failure());
    } catch (InterruptedException ended) {
      return new Outcome.Failed(interrupted());
    } catch (RuntimeException | LinkageError unknown) {
      // Its message may quote what was sent.
      LOG.log(Level.WARNING, "signing in failed: {0}", unknown.getClass().getName());
      return new Outcome.Failed(
          Reason.SIGN_IN_FAILED.failure(account, unknown.getClass().getSimpleName()));
    }
  }

  private ApiFailure interrupted() {
    return new ApiFailure.Network(
        new ApiFailure.Details(
            0,
            new ServiceError("INTERRUPTED", "ended by the caller", List.of(), null),
            "sign in to " + account.host().getAuthority()));
  }
}
