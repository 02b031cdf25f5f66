package lakebase.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import lakebase.state.Settings;
import lakebase.tour.FxThread;
import lakebase.ui.Screenshot;
import lakebase.ui.theme.ConsoleTheme;

/**
 * The toolkit, for tests: headless, started once a process. Methods are called on the test's
 * thread, and hop to the FX thread themselves; inside {@link #run} and {@link #call} they are just
 * called. Nodes, keys and text are in {@link Ui}.
 */
public final class Fx {

  /** Where the pictures go. */
  public static final Path SCREENS = Path.of("target", "screens");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static boolean started;

  private Fx() {}

  /** Starts the toolkit, if nobody has. */
  public static synchronized void start() {
    if (started) {
      return;
    }
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    CountDownLatch ready = new CountDownLatch(1);
    Platform.startup(ready::countDown);
    Platform.setImplicitExit(false);
    try {
      if (!ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the toolkit did not start");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    started = true;
  }

  /** See {@link FxThread#run}. */
  public static void run(FxThread.Action action) {
    FxThread.run(action);
  }

  /** See {@link FxThread#call}. */
  public static <T> T call(Callable<T> action) {
    return FxThread.call(action);
  }

  /** See {@link FxThread#waitFor(String, BooleanSupplier)}. */
  public static void waitFor(String what, BooleanSupplier condition) {
    FxThread.waitFor(what, condition);
  }

  /** See {@link FxThread#waitFor(BooleanSupplier)}. */
  public static void waitFor(BooleanSupplier condition) {
    FxThread.waitFor(condition);
  }

  /** See {@link FxThread#settle}. */
  public static void settle() {
    FxThread.settle();
  }

  /** Shows this in a window of 1280×820, light, in the console's style. */
  public static Stage show(Parent root) {
    return show(root, Settings.Theme.LIGHT, 1280, 820);
  }

  /** Shows this in a window of that size and theme, in the console's style. */
  public static Stage show(Parent root, Settings.Theme theme, double width, double height) {
    Stage stage =
        call(() -> {
          new ConsoleTheme().use(theme);
          Scene scene = new Scene(root, width, height);
          ConsoleTheme.style(scene, 100);
          Stage shown = new Stage();
          shown.setScene(scene);
          shown.show();
          return shown;
        });
    settle();
    return stage;
  }

  /** Writes a picture of the scene to {@code target/screens/<name>.png}. */
  public static Path snapshot(Scene scene, String name) {
    settle();
    return picture(name, file -> Screenshot.write(scene, file));
  }

  /** Writes a picture of the node to {@code target/screens/<name>.png}. */
  public static Path snapshot(Node node, String name) {
    settle();
    return picture(name, file -> Screenshot.write(node, file));
  }

  @FunctionalInterface
  private interface Picture {
    void write(Path file) throws IOException;
  }

  private static Path picture(String name, Picture picture) {
    Path file = SCREENS.resolve(name + ".png");
    run(() -> picture.write(file));
    return file;
  }
}
