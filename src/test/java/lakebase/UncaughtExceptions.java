package lakebase;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test during which any thread ended with an uncaught exception; JUnit finds this
 * extension by itself. Without it, a mistake on the FX thread or on a virtual thread is a line on
 * stderr of a test that passes.
 */
public final class UncaughtExceptions implements BeforeEachCallback, AfterEachCallback {

  private static final List<Throwable> CAUGHT = new CopyOnWriteArrayList<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    CAUGHT.clear();
    Thread.setDefaultUncaughtExceptionHandler((_, exception) -> CAUGHT.add(exception));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (!CAUGHT.isEmpty()) {
      var error =
          new AssertionError("An exception was uncaught on another thread", CAUGHT.getFirst());
      CAUGHT.stream().skip(1).forEach(error::addSuppressed);
      throw error;
    }
  }
}
