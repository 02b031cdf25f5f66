package lakebase.testkit;

import java.util.List;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What {@link FxTest} promises; uncaught exceptions are another extension's, for every test. */
final class FxExtension implements BeforeAllCallback, AfterEachCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    Fx.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    // Newest first: a popup must not outlive the window that it belongs to.
    Fx.run(() -> List.copyOf(Window.getWindows()).reversed().forEach(Window::hide));
  }
}
