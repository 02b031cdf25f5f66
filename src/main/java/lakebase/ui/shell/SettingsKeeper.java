package lakebase.ui.shell;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import lakebase.state.AppState;
import lakebase.state.Settings;
import lakebase.state.Store;

/**
 * Saves the settings, with the selection, half a second after the last of a row of changes, and at
 * the end. For the FX thread.
 */
final class SettingsKeeper {

  private final Store store;
  private final Consumer<Settings> save;
  private final PauseTransition quiet = new PauseTransition(Duration.millis(500));
  private final Store.Subscription watching;
  private Settings saved;

  SettingsKeeper(Store store, Consumer<Settings> save) {
    this.store = store;
    this.save = save;
    this.saved = settings(store.state());
    quiet.setOnFinished(_ -> saveNow());
    watching = store.watch(SettingsKeeper::settings, _ -> quiet.playFromStart());
  }

  /** Saves what is not saved yet, and no more from now on. */
  void end() {
    watching.end();
    quiet.stop();
    saveNow();
  }

  private void saveNow() {
    Settings now = settings(store.state());
    if (!now.equals(saved)) {
      saved = now;
      save.accept(now);
    }
  }

  private static Settings settings(AppState state) {
    return state.settings().withSelection(state.selection());
  }
}
