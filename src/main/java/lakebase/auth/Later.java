package lakebase.auth;

import java.time.Duration;

/** Runs something once after a while. */
@FunctionalInterface
interface Later {

  /** Each on a virtual thread of its own. */
  Later VIRTUAL =
      (delay, action) -> {
        Thread waiting =
            Thread.ofVirtual()
                .name("token renewal")
                .start(() -> {
                  try {
                    Thread.sleep(delay);
                    action.run();
                  } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                  }
                });
        return waiting::interrupt;
      };

  /**
   * Starts the wait.
   *
   * @return ends it
   */
  Runnable after(Duration delay, Runnable action);
}
