package lakebase.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.ui.Formats;
import lakebase.ui.Intents;
import lakebase.ui.Key;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogFrame;
import lakebase.ui.dialog.ModalDialogHost;
import org.jspecify.annotations.Nullable;

/**
 * The content of the window in one language: toolbar, tree, detail, tasks, status bar, and above
 * them the dialogs. Made and used on the FX thread.
 */
public final class Shell extends StackPane {

  private static final int SCALE_STEP = 10;

  private final UiContext context;
  private final ModalDialogHost dialogHost = new ModalDialogHost();
  private final Toast toast = new Toast();
  private final PaneCycle cycle;
  private final Toolbar toolbar;
  private final Part tree;
  private final Part search;
  private final Map<Key, Runnable> actions = new EnumMap<>(Key.class);
  private @Nullable Dialogs dialogs;

  /** The window's content, in the language of the texts. */
  public Shell(Services services, Texts texts, Features features) {
    Store store = services.store();
    Intents intents =
        new ConsoleIntents(
            store, services.inventories(), services.roster(), () -> dialogs(features), this::copy);
    context =
        new UiContext(
            store,
            texts,
            new Formats(texts, services.clock()),
            intents,
            services.changes(),
            services.inventories(),
            services.runner(),
            services.workspaces(),
            services.clock());
    setId("shell");
    tree = features.tree(context);
    search = features.search(context);
    Region tasks = features.tasks(context);
    DetailArea detail = new DetailArea(context, features);
    toolbar = new Toolbar(context, search.node(), this::refresh, this::openSettings);
    // Over the page alone: they would hide the rows of the tasks that they tell of.
    StackPane page = new StackPane(detail, features.news(context));
    BorderPane frame = new BorderPane(new Panes(store, tree.node(), page, tasks));
    frame.setTop(toolbar);
    frame.setBottom(new StatusLine(context, features.status(context), this::openTasks));
    StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
    getChildren().addAll(frame, toast, dialogHost);
    tree.node().setAccessibleText(texts.get("shell.tree"));
    tasks.setAccessibleText(texts.get("shell.tasks"));
    cycle = new PaneCycle(this, List.of(toolbar, tree.node(), detail, tasks));
    fillActions();
    addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  /** The language of its texts. */
  Locale locale() {
    return context.texts().locale();
  }

  /** What the window's keys do. */
  Map<Key, Runnable> actions() {
    return Map.copyOf(actions);
  }

  /** Makes the keys work in that scene, instead of those of a content before. */
  public void bindKeys(Scene scene) {
    scene.getAccelerators().clear();
    actions.forEach((key, action) ->
        key.combinations()
            .forEach(combination -> scene.getAccelerators().put(combination, action)));
  }

  /** Gives the focus to the tree. */
  public void focusTree() {
    cycle.move(toolbar, 1);
  }

  /** Opens the settings. */
  public void openSettings() {
    dialogHost.open(SettingsDialog.of(context));
  }

  /** Shows that dialog. */
  public void open(Function<Texts, DialogFrame> dialog) {
    dialogHost.open(dialog.apply(context.texts()));
  }

  /**
   * Asks whether the window may close while operations run.
   *
   * @return whether it may at once, because nothing runs; else {@code close} runs when it is
   *     confirmed
   */
  public boolean mayClose(Runnable close) {
    long running =
        context.store().state().tasks().stream().filter(BackgroundTask::isRunning).count();
    if (running == 0) {
      return true;
    }
    long unsent = context.store().state().tasks().stream().filter(BackgroundTask::isUnsent).count();
    dialogHost.open(CloseQuestion.of(context.texts(), running, unsent, close));
    return false;
  }

  /** The content is shown no more: another takes its place, or the window closes. */
  void end() {
    if (dialogs != null) {
      dialogs.end();
    }
  }

  private Dialogs dialogs(Features features) {
    Dialogs made = dialogs;
    if (made == null) {
      made = features.dialogs(context, dialogHost);
      dialogs = made;
    }
    return made;
  }

  private void fillActions() {
    actions.put(Key.SEARCH, search.focus());
    actions.put(Key.FILTER, tree.focus());
    actions.put(Key.REFRESH, this::refresh);
    actions.put(Key.NEW, toolbar::openNew);
    actions.put(Key.ADD_WORKSPACE, context.intents()::addWorkspace);
    actions.put(Key.EDIT, this::edit);
    actions.put(Key.CREDENTIAL, this::generateCredential);
    actions.put(Key.NEXT_PANE, () -> movePane(1));
    actions.put(Key.PREVIOUS_PANE, () -> movePane(-1));
    actions.put(Key.TASKS, () -> changeSettings(now -> tasksOpen(now, !now.tasksOpen())));
    actions.put(Key.SETTINGS, this::openSettings);
    actions.put(Key.LARGER, () -> scale(SCALE_STEP));
    actions.put(Key.SMALLER, () -> scale(-SCALE_STEP));
    actions.put(Key.NORMAL_SIZE, () -> changeSettings(now -> now.withScalePercent(100)));
    actions.put(Key.KEYS, this::openKeys);
  }

  private void typed(KeyEvent event) {
    if (event.getCharacter().equals("?")
        && !(event.getTarget() instanceof TextInputControl)
        && !dialogHost.isOpen()) {
      event.consume();
      openKeys();
    }
  }

  private void openKeys() {
    dialogHost.open(KeysSheet.of(context.texts()));
  }

  private void refresh() {
    Ref current = DetailArea.current(context.store().state());
    if (current != null) {
      context.intents().refresh(current);
    }
  }

  private void edit() {
    AppState state = context.store().state();
    if (state.selection() instanceof Ref.OfResource ref && state.find(ref).isPresent()) {
      context.intents().edit(ref);
    }
  }

  private void generateCredential() {
    AppState state = context.store().state();
    if (state.selection() instanceof Ref.OfResource ref) {
      MainCompute.of(state, ref).ifPresent(context.intents()::generateCredential);
    }
  }

  private void movePane(int step) {
    Scene scene = getScene();
    cycle.move(scene == null ? null : scene.getFocusOwner(), step);
  }

  private void openTasks() {
    changeSettings(now -> tasksOpen(now, true));
  }

  private static Settings tasksOpen(Settings now, boolean open) {
    return now.withPanes(now.treeWidth(), now.tasksHeight(), open);
  }

  private void scale(int step) {
    changeSettings(now -> now.withScalePercent(now.scalePercent() + step));
  }

  private void changeSettings(UnaryOperator<Settings> change) {
    context.store().update(state -> state.withSettings(change.apply(state.settings())));
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    toast.say(context.texts().get("shell.copied"));
  }
}
