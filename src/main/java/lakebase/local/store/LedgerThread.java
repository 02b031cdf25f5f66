package lakebase.local.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs one after the other on one thread and commits after each batch of those that waited
 * together, before any of the batch is answered: nobody sees what could still be lost.
 */
final class LedgerThread {

  private static final int LARGEST_BATCH = 64;

  private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final Runnable commit;
  private final Runnable reopen;
  private final Thread thread;
  private volatile boolean closed;
  private @Nullable RuntimeException broken;

  /**
   * Ready for jobs.
   *
   * @param commit makes what the jobs have changed durable
   * @param reopen after a commit that failed: goes back to what is durable
   */
  LedgerThread(Runnable commit, Runnable reopen) {
    this.commit = commit;
    this.reopen = reopen;
    this.thread = Thread.ofPlatform().name("local-ledger").daemon().start(this::run);
  }

  <T> T call(Supplier<T> work, boolean changes) {
    return submit(new Job<>(work, changes, false)).await();
  }

  /** Runs the work as the last job and ends the thread; a second call does nothing. */
  void close(Runnable work) {
    Job<Boolean> last =
        new Job<>(
            () -> {
              work.run();
              return true;
            },
            false,
            true);
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      queue.add(last);
    }
    last.await();
  }

  private synchronized <T> Job<T> submit(Job<T> job) {
    if (closed) {
      throw new LedgerException("The local workspace is closed.");
    }
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("a ledger call within a ledger call");
    }
    queue.add(job);
    return job;
  }

  private void run() {
    List<Job<?>> batch = new ArrayList<>();
    boolean last = false;
    while (!last) {
      batch.clear();
      batch.add(take());
      queue.drainTo(batch, LARGEST_BATCH);
      last = batch.getLast().last;
      runBatch(batch);
    }
  }

  private void runBatch(List<Job<?>> batch) {
    boolean changed = false;
    mend();
    for (Job<?> job : batch) {
      if (job.last && changed) {
        commitOrBreak();
      }
      if (broken == null || job.last) {
        job.run();
        changed |= job.changes && job.failure == null;
      }
    }
    if (changed && !batch.getLast().last) {
      commitOrBreak();
    }
    for (Job<?> job : batch) {
      job.answer(broken);
    }
  }

  /** What is on disk after a failed commit is what holds; until it can be read every call fails. */
  private void mend() {
    if (broken != null) {
      try {
        reopen.run();
        broken = null;
      } catch (RuntimeException e) {
        broken = new LedgerException("The state of the local workspace cannot be read.", e);
      }
    }
  }

  private void commitOrBreak() {
    try {
      commit.run();
    } catch (RuntimeException e) {
      broken = new LedgerException("The state of the local workspace cannot be written.", e);
    }
  }

  private Job<?> take() {
    Job<?> job = null;
    while (job == null) {
      try {
        job = queue.take();
      } catch (InterruptedException e) {
        // Nobody has this thread's reference but the ledger; an interrupt has no meaning here.
        job = null;
      }
    }
    return job;
  }

  private static final class Job<T> {

    private final Supplier<T> work;
    private final boolean changes;
    private final boolean last;
    private final CountDownLatch answered = new CountDownLatch(1);
    private @Nullable T result;
    private @Nullable Throwable failure;

    Job(Supplier<T> work, boolean changes, boolean last) {
      this.work = work;
      this.changes = changes;
      this.last = last;
    }

    void run() {
      try {
        result = work.get();
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }

    void answer(@Nullable RuntimeException broken) {
      if (broken != null && !last) {
        failure = broken;
      }
      answered.countDown();
    }

    @SuppressWarnings("NullAway") // result is set when failure is not; T itself may be nullable
    T await() {
      boolean interrupted = false;
      while (answered.getCount() > 0) {
        try {
          answered.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return switch (failure) {
        case null -> result;
        case Error error -> throw error;
        case RuntimeException e -> throw e;
        case Throwable other -> throw new IllegalStateException(other);
      };
    }
  }
}
