package lakebase.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Waits for the first item of the agenda and has it done, on one thread of its own. The clock is
 * asked again after every wait, at least once a minute: it may be set.
 */
final class Timekeeper implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Timekeeper.class.getName());
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final InstantSource clock;
  private final Function<Instant, Optional<Instant>> doDue;
  private final Thread thread;
  private boolean stale = true;
  private boolean closed;

  /**
   * Starts keeping time.
   *
   * @param doDue does what is due at that moment and gives when the next thing will be
   */
  Timekeeper(InstantSource clock, Function<Instant, Optional<Instant>> doDue) {
    this.clock = clock;
    this.doDue = doDue;
    this.thread = Thread.ofPlatform().name("local-timekeeper").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The agenda may have an earlier item now. */
  void agendaChanged() {
    lock.lock();
    try {
      stale = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends after what is being done at the moment. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Optional<Instant> next = Optional.empty();
    while (await(next)) {
      try {
        next = doDue.apply(clock.instant());
      } catch (RuntimeException e) {
        LOG.log(Level.SEVERE, "the local workspace's agenda cannot be worked on", e);
        next = Optional.of(clock.instant().plus(LONGEST_WAIT));
      }
    }
  }

  /** Waits until then or until the agenda has changed; false when it is time to end. */
  private boolean await(Optional<Instant> next) {
    lock.lock();
    try {
      while (!closed && !stale) {
        Duration left =
            next.map(time -> Duration.between(clock.instant(), time)).orElse(LONGEST_WAIT);
        if (left.isNegative() || left.isZero()) {
          break;
        }
        Duration wait = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
        // Woken, late or early: the condition above is asked again either way.
        boolean ignored = changed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
      }
      stale = false;
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }
}
