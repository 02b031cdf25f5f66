package lakebase.task;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Reads that wait for their turn, and those under way: never more of these at once than the limit,
 * never two with the same key, the urgent first, else in the order asked for. What is asked for
 * while the same is under way is read once more afterwards: the answer under way may be older than
 * the question. From any thread.
 */
final class ReadQueue implements AutoCloseable {

  /** What goes first. */
  enum Urgency {
    /** A person waits for it. */
    NOW,
    /** Below what a person opened. */
    NEXT,
    /** Everything else. */
    SWEEP
  }

  private record Read(Object key, Urgency urgency, long order, Runnable work) {}

  private static final Comparator<Read> FIRST =
      Comparator.comparing(Read::urgency).thenComparingLong(Read::order);

  private final ExecutorService executor;
  private final int limit;
  private final TreeSet<Read> waiting = new TreeSet<>(FIRST);
  private final Map<Object, Read> waitingByKey = new HashMap<>();
  private final Map<Object, Future<?>> running = new HashMap<>();
  private long asked;
  private boolean closed;

  /**
   * Reads on that executor's threads.
   *
   * @param executor must start each task at once, on a thread of its own
   * @param limit how many at once
   */
  ReadQueue(ExecutorService executor, int limit) {
    this.executor = executor;
    this.limit = limit;
  }

  /** Asks for a read; the same that waits already becomes at least that urgent. */
  synchronized void submit(Object key, Urgency urgency, Runnable work) {
    if (closed) {
      return;
    }
    Read known = waitingByKey.get(key);
    if (known != null) {
      if (known.urgency.compareTo(urgency) <= 0) {
        return;
      }
      waiting.remove(known);
    }
    Read read = new Read(key, urgency, asked++, work);
    waiting.add(read);
    waitingByKey.put(key, read);
    startMore();
  }

  /** Forgets the reads that nobody waits for. */
  synchronized void dropSweep() {
    waiting.removeIf(read -> read.urgency == Urgency.SWEEP);
    waitingByKey.values().removeIf(read -> read.urgency == Urgency.SWEEP);
  }

  /** Forgets what waits, interrupts what runs, and takes nothing more. */
  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
    waitingByKey.clear();
    running.values().forEach(read -> read.cancel(true));
  }

  private synchronized void startMore() {
    while (!closed && running.size() < limit) {
      Optional<Read> next =
          waiting.stream().filter(read -> !running.containsKey(read.key)).findFirst();
      if (next.isEmpty()) {
        return;
      }
      Read read = next.get();
      waiting.remove(read);
      waitingByKey.remove(read.key);
      // Under the lock: the read cannot end before it is noted as running.
      running.put(read.key, executor.submit(() -> run(read)));
    }
  }

  private void run(Read read) {
    try {
      read.work.run();
    } finally {
      synchronized (this) {
        running.remove(read.key);
        startMore();
      }
    }
  }
}
