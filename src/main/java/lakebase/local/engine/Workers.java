package lakebase.local.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs what blocks, each on a thread of its own, and never two of one name at once. Any thread. */
final class Workers implements AutoCloseable {

  /** What blocks; an interrupt ends it. */
  @FunctionalInterface
  interface Blocking {
    void run() throws InterruptedException;
  }

  private static final Logger LOG = Logger.getLogger(Workers.class.getName());

  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("local-work-", 0).factory());
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  /** Runs it soon, unless one of that name runs already. */
  void run(String name, Blocking work) {
    if (!running.add(name)) {
      return;
    }
    var _ =
        executor.submit(() -> {
          try {
            work.run();
          } catch (InterruptedException closing) {
            LOG.log(Level.FINE, closing, () -> name + " goes on at the next start");
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> name + " failed");
          } finally {
            running.remove(name);
          }
        });
  }

  /** Interrupts what runs and waits for its end. */
  @Override
  public void close() {
    executor.shutdownNow();
    executor.close();
  }
}
