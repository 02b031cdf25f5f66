package lakebase.local.postgres;

/**
 * Waits for processes. Not by {@link Process#onExit}, whose future is completed on the common pool:
 * where that has one thread, anybody who blocks it would hold up the end of every server.
 */
final class Processes {

  private Processes() {}

  /** Ends it at once, and returns when it has ended; an interrupt is kept for later. */
  static void end(Process process) {
    process.destroyForcibly();
    boolean interrupted = Thread.interrupted();
    while (process.isAlive()) {
      try {
        int ignored = process.waitFor();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has that done on a thread of its own after the process has ended, at once if it has. */
  static void onExit(Process process, Runnable action) {
    var _ =
        Thread.ofVirtual()
            .name("end of " + process.pid())
            .start(() -> {
              try {
                int ignored = process.waitFor();
                action.run();
              } catch (InterruptedException e) {
                // Nobody has this thread's reference.
                Thread.currentThread().interrupt();
              }
            });
  }
}
