package lakebase.local.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import lakebase.local.engine.LiveCompute;
import org.jspecify.annotations.Nullable;

/** Who is connected to an endpoint, and when it was last used. Any thread; never blocks long. */
final class Visits {

  private static final int OFTEN = 3;
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Instant> deaths = new ArrayDeque<>();
  private int connections;
  private long wakeUps;
  private @Nullable Instant lastUsed;

  /** Somebody comes; counts from now on, also while waiting for the endpoint to wake. */
  void begin() {
    change(1);
  }

  /** Somebody has gone. */
  void end() {
    change(-1);
  }

  /** The endpoint has been started for use. */
  void used() {
    change(0);
  }

  private void change(int by) {
    lock.lock();
    try {
      connections += by;
      lastUsed = Instant.now();
    } finally {
      lock.unlock();
    }
  }

  /** A connection has started the endpoint. */
  void woken() {
    lock.lock();
    try {
      wakeUps++;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Does that if nobody is connected and nobody was since then; nobody comes in between.
   *
   * @return when it was last used, if it has not been done
   */
  Optional<Instant> ifNoneSince(Instant since, Runnable action) {
    lock.lock();
    try {
      Instant used = connections > 0 ? Instant.now() : lastUsed;
      if (used != null && (connections > 0 || used.isAfter(since))) {
        return Optional.of(used);
      }
      action.run();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes note that the endpoint has ended by itself; whether that has happened often lately. */
  boolean diesOften() {
    lock.lock();
    try {
      Instant now = Instant.now();
      deaths.removeIf(death -> death.isBefore(now.minus(A_WHILE)));
      deaths.add(now);
      return deaths.size() > OFTEN;
    } finally {
      lock.unlock();
    }
  }

  LiveCompute live(List<LiveCompute.Instance> instances) {
    lock.lock();
    try {
      return new LiveCompute(connections, wakeUps, lastUsed, instances);
    } finally {
      lock.unlock();
    }
  }
}
