package lakebase.ui.shell;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.ui.Texts;
import lakebase.ui.dialog.DialogFrame;
import lakebase.ui.theme.ConsoleTheme;
import org.jspecify.annotations.Nullable;

/**
 * The window: it follows the settings of the store (theme, scale, language), keeps its own place
 * among them, and asks before it closes on running operations. For the FX thread.
 */
public final class ConsoleWindow {

  private final Stage stage;
  private final Store store;
  private final Locale systemLocale;
  private final Function<Texts, Shell> shells;
  private final ConsoleTheme theme = new ConsoleTheme();
  private final SettingsKeeper keeper;
  private final Runnable whenClosed;
  private Subscription system = Subscription.EMPTY;
  private @Nullable Shell shell;

  /**
   * A window that is not shown yet.
   *
   * @param systemLocale the language where the settings name none
   * @param shells makes the content in a language
   * @param save keeps settings for the next run
   * @param whenClosed is called once the window has closed
   */
  public ConsoleWindow(
      Stage stage,
      Store store,
      Locale systemLocale,
      Function<Texts, Shell> shells,
      Consumer<Settings> save,
      Runnable whenClosed) {
    this.stage = stage;
    this.store = store;
    this.systemLocale = systemLocale;
    this.shells = shells;
    this.whenClosed = whenClosed;
    this.keeper = new SettingsKeeper(store, save);
  }

  /** Shows the window. */
  public void open() {
    Settings settings = store.state().settings();
    theme.use(settings.theme());
    system = theme.followSystem();
    Texts texts = new Texts(locale(settings, systemLocale));
    Shell first = shells.apply(texts);
    Scene scene = new Scene(first);
    shell = first;
    stage.setScene(scene);
    stage.setTitle(texts.get("app.name"));
    first.bindKeys(scene);
    store.watch(state -> state.settings().theme(), theme::use);
    store.watch(
        state -> state.settings().scalePercent(), percent -> ConsoleTheme.style(scene, percent));
    store.watch(state -> locale(state.settings(), systemLocale), this::speak);
    WindowPlaces.put(stage, settings.window());
    stage.setOnCloseRequest(event -> {
      if (!Objects.requireNonNull(shell).mayClose(this::close)) {
        event.consume();
      }
    });
    stage.setOnHidden(_ -> ended());
    stage.show();
    stage.xProperty().addListener(_ -> remember());
    stage.yProperty().addListener(_ -> remember());
    stage.widthProperty().addListener(_ -> remember());
    stage.heightProperty().addListener(_ -> remember());
    stage.maximizedProperty().addListener(_ -> remember());
    first.focusTree();
  }

  /** Shows that dialog in the window, which must be open. */
  public void show(Function<Texts, DialogFrame> dialog) {
    Objects.requireNonNull(shell).open(dialog);
  }

  /** Closes the window without asking. */
  public void close() {
    stage.close();
  }

  private void ended() {
    system.unsubscribe();
    Objects.requireNonNull(shell).end();
    keeper.end();
    whenClosed.run();
  }

  private void remember() {
    if (stage.isShowing() && !stage.isIconified()) {
      store.update(state ->
          state.withSettings(
              state.settings().withWindow(WindowPlaces.of(stage, state.settings().window()))));
    }
  }

  /** The same content in another language; who changed it sees the settings again. */
  private void speak(Locale locale) {
    Shell now = shell;
    if (now == null || now.locale().equals(locale)) {
      return;
    }
    now.end();
    Texts texts = new Texts(locale);
    Shell next = shells.apply(texts);
    shell = next;
    stage.getScene().setRoot(next);
    stage.setTitle(texts.get("app.name"));
    next.bindKeys(stage.getScene());
    next.openSettings();
  }

  /** The language of those settings; the system's where they name none. */
  public static Locale locale(Settings settings, Locale system) {
    String language = settings.language();
    return language.isEmpty() ? system : Locale.forLanguageTag(language);
  }
}
