package lakebase.local.proxy;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One thread that carries the traffic of many connections, none of which it ever waits for. */
final class Lane implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Lane.class.getName());

  /** Somebody who waits for something at a socket. */
  interface Guest {
    void serve(int ready);
  }

  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger load = new AtomicInteger();

  Lane() throws IOException {
    selector = Selector.open();
    Thread.ofPlatform().name("front-door-traffic").daemon().start(this::run);
  }

  /** How many connections it carries. */
  int load() {
    return load.get();
  }

  /** Carries that connection until it ends. Any thread. */
  void take(Splice splice) {
    load.incrementAndGet();
    execute(() -> splice.start(selector, load::decrementAndGet));
  }

  /** Has its thread do that; nothing happens when it is closed. Any thread. */
  void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  private void run() {
    try {
      while (selector.isOpen()) {
        selector.select(Lane::serve);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
      }
    } catch (ClosedSelectorException closed) {
      LOG.fine("the front door is closed");
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.SEVERE, "the front door has stopped", e);
    }
  }

  private static void serve(SelectionKey key) {
    if (key.attachment() instanceof Guest guest && key.isValid()) {
      guest.serve(key.readyOps());
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
