package lakebase.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import lakebase.App;
import lakebase.Directories;
import lakebase.MachineAccess;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.state.Settings;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Opens a console of its own for the tour, in a directory that is removed afterwards. */
public final class TourRun {

  private static final Settings.WindowPlace WINDOW =
      new Settings.WindowPlace(0, 0, 1280, 820, false);

  private static final int ATTEMPTS = 5;

  private TourRun() {}

  /**
   * Starts the toolkit, takes the tour, and ends both. Once a process; not on the FX thread.
   *
   * @param out takes a line a step, and one that says what went wrong
   * @param pictures the directory of the pictures
   * @return whether every step succeeded
   */
  public static boolean run(Locale locale, PrintStream out, Path pictures)
      throws InterruptedException {
    Texts texts = new Texts(locale);
    if (!takesFiles(pictures)) {
      out.println(texts.get("tour.pictures", pictures.toAbsolutePath().toString()));
      return false;
    }
    try {
      return runAtHome(locale, out, pictures);
    } catch (IOException | AssertionError | RuntimeException failure) {
      out.println(texts.get("tour.broken", reason(failure)));
      return false;
    }
  }

  /** What a failure says; of a file, also what is wrong with it. */
  static String reason(Throwable failure) {
    Throwable said =
        failure instanceof UncheckedIOException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String message = said.getMessage();
    if (said instanceof FileSystemException file && file.getReason() == null) {
      return said.getClass().getSimpleName() + ": " + message;
    }
    return message == null ? said.getClass().getSimpleName() : message;
  }

  private static boolean takesFiles(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "tour", ".png"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean runAtHome(Locale locale, PrintStream out, Path pictures)
      throws IOException, InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    Platform.startup(ready::countDown);
    ready.await();
    Platform.setImplicitExit(false);
    Path home = Files.createTempDirectory("lakebase-tour");
    try {
      return run(locale, out, pictures, Directories.under(home));
    } finally {
      Platform.exit();
      if (!delete(home)) {
        out.println(new Texts(locale).get("tour.left", home.toString()));
      }
    }
  }

  private static boolean run(
      Locale locale, PrintStream out, Path pictures, Directories directories) {
    Settings settings = Settings.DEFAULT.withTheme(Settings.Theme.LIGHT).withWindow(WINDOW);
    Stage stage = FxThread.call(Stage::new);
    App app =
        FxThread.call(() -> {
          App made =
              new App(
                  directories,
                  locale,
                  settings,
                  LocalWorkspaceOptions.in(directories.data(), directories.cache()),
                  new MachineAccess(),
                  stage);
          made.open();
          return made;
        });
    try {
      return new Tour(new Texts(locale), stage.getScene(), out, pictures).run();
    } finally {
      FxThread.run(app::close);
    }
  }

  /**
   * Removes the directory with everything in it; false when something stays, for example because a
   * server that was given up at its start still writes there.
   */
  static boolean delete(Path directory) {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(directory); attempt++) {
      try {
        Files.walkFileTree(directory, new Removal());
      } catch (IOException stays) {
        // Somebody has put something there meanwhile, or it cannot be removed.
      }
    }
    return !Files.exists(directory);
  }

  /** Removes what it visits; what is gone already is as good as removed. */
  private static final class Removal extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException unreadable)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
