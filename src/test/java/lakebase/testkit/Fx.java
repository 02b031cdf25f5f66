package lakebase.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import lakebase.state.Settings;
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
  private static final int PULSES_TO_SETTLE = 3;

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

  /** Runs this on the FX thread, to its end; what it throws is thrown here. */
  public static void run(Action action) {
    call(() -> {
      action.run();
      return true;
    });
  }

  /** Calls this on the FX thread; what it throws is thrown here. */
  public static <T> T call(Callable<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable job =
        () -> {
          try {
            result.complete(action.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        };
    if (Platform.isFxApplicationThread()) {
      job.run();
    } else {
      Platform.runLater(job);
    }
    return await(result, "the FX thread");
  }

  /** Something that may throw. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  /** Waits until the condition holds; it is asked on the FX thread, once a pulse. */
  public static void waitFor(String what, BooleanSupplier condition) {
    CompletableFuture<Boolean> met = new CompletableFuture<>();
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            try {
              if (met.isDone() || condition.getAsBoolean()) {
                met.complete(true);
                stop();
              }
            } catch (Throwable e) {
              met.completeExceptionally(e);
              stop();
            }
          }
        };
    run(timer::start);
    try {
      await(met, what);
    } finally {
      met.complete(false);
    }
  }

  /** Waits until the condition holds. */
  public static void waitFor(BooleanSupplier condition) {
    waitFor("the condition", condition);
  }

  /** Lets a few pulses pass, so that layout and style have caught up. */
  public static void settle() {
    int[] pulses = {0};
    waitFor("pulses", () -> pulses[0]++ >= PULSES_TO_SETTLE);
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

  private static <T> T await(CompletableFuture<T> result, String what) {
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw Fx.<RuntimeException>asIs(Objects.requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      throw new AssertionError("waited too long for " + what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Lets a checked exception pass a test's method that does not declare it. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E asIs(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
