package lakebase.local.proxy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One thread that waits at all addresses. */
final class Acceptor implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Acceptor.class.getName());
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Selector selector;
  private final Queue<CountDownLatch> rounds = new ConcurrentLinkedQueue<>();
  private final Thread thread;

  Acceptor() throws IOException {
    selector = Selector.open();
    thread = Thread.ofPlatform().name("front-door").daemon().start(this::run);
  }

  /** Waits at that address from now on. */
  void add(ServerSocketChannel channel, Listener listener) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_ACCEPT, listener);
    selector.wakeup();
  }

  /** Returns when the system has taken back the addresses of closed channels: at the next round. */
  void settle() throws InterruptedException {
    CountDownLatch round = new CountDownLatch(1);
    rounds.add(round);
    LockSupport.unpark(thread);
    selector.wakeup();
    if (!round.await(1, TimeUnit.SECONDS)) {
      LOG.fine("an address is taken back later");
    }
  }

  private void run() {
    try {
      while (selector.isOpen()) {
        selector.select(Acceptor::accept);
        List<CountDownLatch> waiting = new ArrayList<>();
        for (CountDownLatch round = rounds.poll(); round != null; round = rounds.poll()) {
          waiting.add(round);
        }
        if (!waiting.isEmpty()) {
          selector.selectNow(Acceptor::accept);
          waiting.forEach(CountDownLatch::countDown);
        }
      }
    } catch (ClosedSelectorException closed) {
      LOG.fine("the front door is closed");
    } catch (IOException e) {
      LOG.log(Level.SEVERE, "the front door has stopped", e);
    }
  }

  private static void accept(SelectionKey key) {
    if (!(key.attachment() instanceof Listener listener)) {
      return;
    }
    try {
      listener.accept();
    } catch (ClosedChannelException closed) {
      key.cancel();
    } catch (IOException | OutOfMemoryError e) {
      // Too many open files or threads: the client waits in the queue until others have ended.
      LOG.log(Level.WARNING, "a connection waits to be let in", e);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
