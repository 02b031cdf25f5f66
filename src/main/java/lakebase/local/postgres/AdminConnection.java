package lakebase.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The local workspace's own connection to a server, for short questions. It is kept for a moment,
 * for the next one, and then closed: an idle server has no process for it. Any thread, one at a
 * time.
 */
final class AdminConnection implements AutoCloseable {

  /** A question to PostgreSQL. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private static final Logger LOG = Logger.getLogger(AdminConnection.class.getName());
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Thread::startVirtualThread);

  private final ReentrantLock lock = new ReentrantLock();
  private final PostgresServer server;
  private @Nullable Connection connection;
  private long uses;

  AdminConnection(PostgresServer server) {
    this.server = server;
  }

  /**
   * Asks. A connection that was kept may have ended meanwhile, as when a backend of the server was
   * killed: then the question is asked once more on a new one.
   */
  <T> T ask(Question<T> question) throws SQLException, InterruptedException {
    lock.lockInterruptibly();
    try {
      boolean kept = connection != null;
      try {
        return askNow(question);
      } catch (SQLException e) {
        if (!kept || !hasEnded(e)) {
          throw e;
        }
        return askNow(question);
      }
    } finally {
      lock.unlock();
    }
  }

  private <T> T askNow(Question<T> question) throws SQLException, InterruptedException {
    boolean answered = false;
    try {
      Connection open = connection;
      if (open == null) {
        open = server.connect("postgres");
        connection = open;
      }
      T answer = question.ask(open);
      answered = true;
      uses++;
      long use = uses;
      LATER.execute(() -> closeAfter(use));
      return answer;
    } catch (SQLException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw e;
    } finally {
      if (!answered) {
        drop();
      }
    }
  }

  private static boolean hasEnded(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08") || state.startsWith("57P0");
  }

  private void closeAfter(long use) {
    lock.lock();
    try {
      if (use == uses) {
        drop();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      drop();
    } finally {
      lock.unlock();
    }
  }

  private void drop() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.log(Level.FINE, "a connection that was closed already", e);
      }
    }
  }
}
