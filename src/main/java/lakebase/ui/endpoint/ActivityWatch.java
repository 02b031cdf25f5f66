package lakebase.ui.endpoint;

import java.util.Optional;
import lakebase.api.PostgresApi;
import lakebase.model.ApiFailure;
import lakebase.model.ComputeActivity;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.EndpointState;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.task.Job;
import lakebase.task.Outcome;
import lakebase.ui.Ticker;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one compute does now, again and again while somebody looks at it. Nothing of it is
 * kept in the store: it is old a moment later, and nobody else shows it. FX thread.
 */
final class ActivityWatch {

  /** How many seconds pass between the end of a reading and the next one. */
  static final int PAUSE_SECONDS = 3;

  /** What is known of what a compute does. */
  sealed interface Seen {

    /** Nothing yet. */
    record Unread() implements Seen {}

    /** This, a few seconds ago at most. */
    record Read(ComputeActivity activity) implements Seen {}

    /** Nothing, because the service does not tell it. */
    record NotTold() implements Seen {}
  }

  private final UiContext context;
  private final Runnable changed;
  private Ref.@Nullable OfResource ref;
  private Seen seen = new Seen.Unread();
  private Job job = () -> {};
  private boolean looking;
  private boolean reading;
  private int seconds;
  private @Nullable Surprise told;

  /** A difference that the compute was read again for, so that it is not for the same one twice. */
  private record Surprise(EndpointState state, boolean runs) {}

  /** Watches nothing yet; {@code changed} is called whenever {@link #seen} is another. */
  ActivityWatch(UiContext context, Runnable changed) {
    this.context = context;
    this.changed = changed;
  }

  /** What is known of that compute. */
  Seen seen(Ref asked) {
    return asked.equals(ref) ? seen : new Seen.Unread();
  }

  /** Watches that compute from now on. */
  void show(Ref.OfResource now) {
    if (now.equals(ref)) {
      return;
    }
    stop();
    ref = now;
    seen = new Seen.Unread();
    told = null;
    if (looking) {
      read();
    }
  }

  /** Somebody looks, until the subscription ends. */
  Store.Subscription look() {
    looking = true;
    seconds = 0;
    read();
    Store.Subscription ticks = Ticker.everySecond(this::tick);
    return () -> {
      looking = false;
      ticks.end();
      stop();
    };
  }

  /** A second has passed. */
  void tick() {
    if (!reading && !(seen instanceof Seen.NotTold) && ++seconds >= PAUSE_SECONDS) {
      read();
    }
  }

  private void read() {
    Ref.OfResource asked = ref;
    if (reading || asked == null || !(asked.name() instanceof EndpointName name)) {
      return;
    }
    reading = true;
    job =
        context
            .runner()
            .run(() -> api(asked).computeActivity(name), outcome -> arrived(asked, outcome));
  }

  private PostgresApi api(Ref.OfResource asked) {
    return context.workspaces().api(asked.workspace());
  }

  private void stop() {
    job.cancel();
    job = () -> {};
    reading = false;
  }

  private void arrived(Ref.OfResource asked, Outcome<ComputeActivity> outcome) {
    reading = false;
    seconds = 0;
    Seen now =
        switch (outcome) {
          case Outcome.Success<ComputeActivity>(var activity) -> new Seen.Read(activity);
          case Outcome.Failure<ComputeActivity>(var failure) when isNotTold(failure) ->
              new Seen.NotTold();
          // Whatever else is wrong, the page says it of the compute; old numbers would be false.
          case Outcome.Failure<ComputeActivity> _ -> new Seen.Unread();
        };
    if (!now.equals(seen)) {
      seen = now;
      changed.run();
    }
    if (now instanceof Seen.Read(var activity)) {
      compare(asked, activity);
    }
  }

  private static boolean isNotTold(ApiFailure failure) {
    return failure instanceof ApiFailure.NotFound || failure.details().status() == 501;
  }

  /** A compute that runs though it is said to sleep, or the other way, is read again. */
  private void compare(Ref.OfResource asked, ComputeActivity activity) {
    Optional<Endpoint> known =
        context.store().state().find(asked).map(Endpoint.class::cast).filter(Endpoint::isSettled);
    if (known.isEmpty()) {
      return;
    }
    EndpointState state = known.get().facts().state();
    boolean runs = !activity.instances().isEmpty();
    boolean differs = runs ? state.equals(EndpointState.IDLE) : state.equals(EndpointState.ACTIVE);
    Surprise surprise = differs ? new Surprise(state, runs) : null;
    if (surprise != null && !surprise.equals(told)) {
      context.inventories().refresh(asked);
    }
    told = surprise;
  }
}
