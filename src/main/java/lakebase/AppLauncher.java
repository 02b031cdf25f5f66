package lakebase;

import java.io.IOException;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;
import lakebase.local.LocalWorkspaceOptions;
import org.jspecify.annotations.Nullable;

/** The toolkit's side of a start: it makes the {@link App} on the FX thread and ends it. */
public final class AppLauncher extends Application {

  private @Nullable App app;

  /** Opens the window and returns when it has been closed. */
  static void open(String... args) {
    launch(AppLauncher.class, args);
  }

  @Override
  public void start(Stage stage) throws IOException {
    Directories directories = Directories.open();
    App opened =
        new App(
            directories,
            Locale.getDefault(),
            null,
            LocalWorkspaceOptions.in(directories.data(), directories.cache()),
            new MachineAccess(),
            stage);
    app = opened;
    opened.open();
  }

  @Override
  public void stop() {
    if (app != null) {
      app.close();
    }
  }
}
