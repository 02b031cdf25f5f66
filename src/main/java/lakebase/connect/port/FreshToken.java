package lakebase.connect.port;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import lakebase.model.Credential;
import org.jspecify.annotations.Nullable;

/**
 * A token that is good for a while: one serves many log-ins until little of its life is left, so
 * that a pool which opens twenty connections asks the service once. Any thread.
 */
final class FreshToken {

  /** A token with less than that left is not used any more. */
  static final Duration ENOUGH = Duration.ofMinutes(5);

  private final Mint mint;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Credential kept;

  FreshToken(Mint mint, InstantSource clock) {
    this.mint = mint;
    this.clock = clock;
  }

  /** One with more than {@link #ENOUGH} left; who comes while one is made waits for it. */
  Credential get() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Credential now = kept;
      if (now == null || !now.expireTime().isAfter(clock.instant().plus(ENOUGH))) {
        now = mint.mint();
        kept = now;
      }
      return now;
    } finally {
      lock.unlock();
    }
  }

  /** That one was refused: it is not used again. */
  void forget(Credential refused) {
    lock.lock();
    try {
      if (refused.equals(kept)) {
        kept = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
