package lakebase.local.engine;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells those who wait for something in the ledger when it is worth looking again. Any thread. */
final class Changes {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition happened = lock.newCondition();
  private long count;

  /** The ledger has been changed. */
  void happened() {
    lock.lock();
    try {
      count++;
      happened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many there have been: to be asked before looking. */
  long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Returns when there has been one after those. */
  void awaitAfter(long seen) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (count == seen) {
        happened.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
