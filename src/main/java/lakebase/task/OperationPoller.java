package lakebase.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import lakebase.api.ApiException;
import lakebase.api.PostgresApi;
import lakebase.api.Sleeper;
import lakebase.model.ApiFailure;
import lakebase.model.Operation;
import lakebase.model.OperationName;
import lakebase.state.WorkspaceId;

/**
 * The one poller for everything that all workspaces are at work on (contract §4). Blocking: each
 * thing watched has its own virtual thread, whose loop makes two requests for one operation at once
 * impossible; together they make at most {@value #PARALLEL} requests at a time to each workspace,
 * so that one that hangs holds up no other. A workspace that says {@code Retry-After} is left alone
 * for that long, by all of them. Safe for use by many threads.
 */
public final class OperationPoller {

  static final int PARALLEL = 8;

  /** Told, on the polling thread, when the service cannot be asked, and when it can again. */
  public interface Watcher {

    /** It cannot be asked for that reason; called again when the reason changes. */
    void paused(ApiFailure reason);

    /** It answers again. */
    void resumed();
  }

  private record Watched(WorkspaceId workspace, OperationName name) {}

  private final Clock clock;
  private final Sleeper sleeper;
  private final PollDelays delays;
  private final Map<WorkspaceId, Semaphore> requests = new ConcurrentHashMap<>();
  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final Map<WorkspaceId, Instant> notBefore = new ConcurrentHashMap<>();

  /** Polls by that clock, with jitter from that generator, which must be safe for many threads. */
  public OperationPoller(Clock clock, Sleeper sleeper, RandomGenerator random) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.delays = new PollDelays(random);
  }

  /**
   * Returns the operation when it is done, asking first after a second.
   *
   * @throws IllegalStateException when it is being watched already
   * @throws ApiException when the service says that asking again is no use: not found, or invalid
   * @throws InterruptedException when the thread is interrupted
   */
  public Operation awaitEnd(
      WorkspaceId workspace, PostgresApi api, OperationName name, Watcher watcher)
      throws InterruptedException {
    Watched key = new Watched(workspace, name);
    if (!watched.add(key)) {
      throw new IllegalStateException(name + " is watched already");
    }
    try {
      sleeper.sleep(delays.afterAnswers(0));
      return until(workspace, () -> api.getOperation(name), Operation::isDone, watcher);
    } finally {
      watched.remove(key);
    }
  }

  /**
   * Makes the call, at once and then again and again, until its answer is as wanted. A failure that
   * may pass pauses and is tried again for ever.
   *
   * @throws ApiException when the service says that asking again is no use: not found, or invalid
   * @throws InterruptedException when the thread is interrupted
   */
  public <T> T until(WorkspaceId workspace, Call<T> call, Predicate<T> wanted, Watcher watcher)
      throws InterruptedException {
    int answers = 0;
    int failures = 0;
    while (true) {
      try {
        T answer = ask(workspace, call);
        if (failures > 0) {
          failures = 0;
          watcher.resumed();
        }
        if (wanted.test(answer)) {
          return answer;
        }
        answers++;
        sleeper.sleep(delays.afterAnswers(answers));
      } catch (ApiException refused) {
        if (!mayPass(refused.failure())) {
          throw refused;
        }
        failures++;
        watcher.paused(refused.failure());
        sleeper.sleep(pause(workspace, refused.failure(), failures));
      }
    }
  }

  /** Waits as long as is right before the service is asked anew what it refused that often. */
  void rest(int refusals) throws InterruptedException {
    sleeper.sleep(delays.afterAnswers(refusals));
  }

  private <T> T ask(WorkspaceId workspace, Call<T> call) throws InterruptedException {
    Duration wait =
        Duration.between(clock.instant(), notBefore.getOrDefault(workspace, Instant.MIN));
    if (wait.isPositive()) {
      sleeper.sleep(wait);
    }
    Semaphore own = requests.computeIfAbsent(workspace, _ -> new Semaphore(PARALLEL, true));
    own.acquire();
    try {
      return call.call();
    } finally {
      own.release();
    }
  }

  private Duration pause(WorkspaceId workspace, ApiFailure failure, int failures) {
    Duration own = delays.afterFailures(failures);
    if (failure instanceof ApiFailure.RateLimited(var _, var retryAfter) && retryAfter != null) {
      Instant until = clock.instant().plus(retryAfter);
      notBefore.merge(workspace, until, (one, other) -> one.isAfter(other) ? one : other);
      return own.compareTo(retryAfter) > 0 ? own : retryAfter;
    }
    return own;
  }

  /** Whether asking again later may help: the operation goes on whatever happens to our asking. */
  private static boolean mayPass(ApiFailure failure) {
    return switch (failure) {
      case ApiFailure.Unauthorized _,
          ApiFailure.Forbidden _,
          ApiFailure.RateLimited _,
          ApiFailure.Unavailable _,
          ApiFailure.Network _,
          ApiFailure.Protocol _ ->
          true;
      case ApiFailure.NotFound _, ApiFailure.Conflict _, ApiFailure.Invalid _ -> false;
    };
  }
}
