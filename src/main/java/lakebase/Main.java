package lakebase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.Serve;
import lakebase.local.store.LedgerException;
import lakebase.tour.TourRun;

/**
 * The program's entry point. It names no JavaFX type, so that it can look for a display, and choose
 * JavaFX's headless platform, before any class of the toolkit is loaded.
 */
public final class Main {

  private static final int USAGE = 2;
  private static final Path PICTURES = Path.of("target", "tour");

  /**
   * Held here, because the logging framework forgets a logger, and its level, that nobody holds.
   */
  private static final Logger ROOT_LOG = Logger.getLogger("");

  private Main() {}

  /** Starts what the arguments ask for; see {@link Mode#parse}. */
  public static void main(String[] args) {
    // The server's libraries greet at INFO; the terminal belongs to what the person asked for.
    ROOT_LOG.setLevel(Level.WARNING);
    if (Boolean.getBoolean("lakebase.endWithParent")) {
      endWithParent();
    }
    Mode mode;
    try {
      mode = Mode.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
      return;
    }
    switch (mode) {
      case Mode.Console() -> openOrTour(args);
      case Mode.Tour() -> tour();
      case Mode.Serve serve -> serve(serve);
    }
  }

  /** Maven, stopped by a signal, leaves the program it runs behind. */
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> Thread.startVirtualThread(() -> exitAfter(parent)));
  }

  private static void exitAfter(ProcessHandle parent) {
    parent.onExit().join();
    System.exit(0);
  }

  private static void openOrTour(String[] args) {
    var problem = DisplayCheck.problem();
    if (problem.isEmpty()) {
      orExit(() -> {
        // First, because the toolkit would answer a failure with a stack trace.
        Directories.open();
        AppLauncher.open(args);
      });
      return;
    }
    System.out.println(problem.get() + " Taking the tour off-screen instead.");
    tour();
  }

  private static void tour() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    orExit(() -> {
      boolean succeeded = TourRun.run(Locale.getDefault(), System.out, PICTURES);
      System.exit(succeeded ? 0 : 1);
    });
  }

  private static void serve(Mode.Serve serve) {
    orExit(() -> {
      Directories directories = Directories.open();
      Path data = serve.data().map(Path::of).orElse(directories.data());
      Serve.run(data, directories.cache(), serve.port().orElse(0));
    });
  }

  /** Runs this; what it fails with is one line, and the program ends. */
  private static void orExit(Blocking action) {
    try {
      action.run();
    } catch (IOException | LedgerException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      System.exit(1);
    }
  }

  @FunctionalInterface
  private interface Blocking {
    void run() throws IOException, InterruptedException;
  }
}
