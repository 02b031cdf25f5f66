package lakebase.local.postgres;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has something done on a thread of its own: once more if it is asked for while it is being done,
 * and never twice at the same time. Any thread.
 */
final class Background {

  private static final Logger LOG = Logger.getLogger(Background.class.getName());
  private static final long AGAIN_MILLIS = 50;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final String name;
  private final Runnable task;
  private @Nullable Thread thread;
  private boolean asked;

  /** Nothing is done yet. The task ends soon after an interrupt. */
  Background(String name, Runnable task) {
    this.name = name;
    this.task = task;
  }

  /** Has it done soon. */
  void request() {
    lock.lock();
    try {
      asked = true;
      if (thread == null) {
        thread = Thread.ofVirtual().name(name).start(this::run);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts it, and returns when it is not being done any more. */
  void end() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      asked = false;
      while (thread != null) {
        thread.interrupt();
        boolean ignored = ended.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns when it has been done as often as it was asked for. */
  void await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (thread != null) {
        ended.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (isAsked()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, e, () -> name + " failed");
      }
    }
  }

  private boolean isAsked() {
    lock.lock();
    try {
      boolean once = asked;
      asked = false;
      if (!once) {
        thread = null;
        ended.signalAll();
      }
      return once;
    } finally {
      lock.unlock();
    }
  }
}
