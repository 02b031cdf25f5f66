package lakebase.testkit;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What {@link FxTest} promises. */
final class FxExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

  private static final Queue<Throwable> UNCAUGHT = new ConcurrentLinkedQueue<>();

  @Override
  public void beforeAll(ExtensionContext context) {
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> UNCAUGHT.add(thrown));
    Fx.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    UNCAUGHT.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Fx.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    Throwable first = UNCAUGHT.poll();
    if (first != null) {
      AssertionError failure = new AssertionError("an exception that nobody caught", first);
      UNCAUGHT.forEach(failure::addSuppressed);
      throw failure;
    }
  }
}
