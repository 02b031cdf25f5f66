package lakebase.ui.search;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import lakebase.model.EndpointName;
import lakebase.state.Ref;
import lakebase.ui.Key;
import lakebase.ui.Lifecycle;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/**
 * The search field, with its hits in a popup below. The focus stays in the field: arrows move the
 * highlight, Enter shows the hit, Tab completes its name, Esc clears and then leaves. For the FX
 * thread.
 */
public final class SearchBox extends StackPane {

  private static final int FAR = 1_000_000;

  private final UiContext context;
  private final TextField field = new TextField();
  private final ResultsPane results;
  private final SearchModel model;
  private final Popup popup = new Popup();

  /** A search over that context's store. */
  public SearchBox(UiContext context) {
    this.context = context;
    this.results = new ResultsPane(context.texts(), this::choose);
    this.model = new SearchModel(context, this::show);
    field.setId("search");
    field.setPromptText(context.texts().get("search.prompt"));
    field.setAccessibleText(context.texts().get("search.name"));
    field.setAccessibleHelp(context.texts().get("search.help"));
    field.textProperty().addListener((_, _, text) -> typed(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.focusedProperty().addListener((_, _, focused) -> focused(focused));
    popup.setAutoFix(false);
    // The corner of the list, and not that of its shadow.
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    popup.setHideOnEscape(false);
    popup.getContent().add(results);
    getStyleClass().add("search-box");
    getChildren().addAll(field, decoration());
    Lifecycle.of(this).watch(context.store(), state -> state, _ -> model.stateChanged());
  }

  /** Gives the field the focus, its text selected. */
  public void focusField() {
    field.requestFocus();
    field.selectAll();
  }

  private HBox decoration() {
    FontIcon icon = new FontIcon(MaterialDesignM.MAGNIFY);
    icon.getStyleClass().add("search-icon");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label key = new Label(Key.SEARCH.printed(context.texts()));
    key.getStyleClass().add("key-cap");
    key.visibleProperty().bind(field.textProperty().isEmpty());
    HBox over = new HBox(icon, gap, key);
    over.getStyleClass().add("search-over");
    over.setAlignment(Pos.CENTER_LEFT);
    over.setMouseTransparent(true);
    return over;
  }

  private void typed(String text) {
    if (text.isBlank()) {
      popup.hide();
      model.end();
    } else {
      model.type(text);
    }
  }

  private void focused(boolean now) {
    if (!now) {
      popup.hide();
      model.end();
    } else if (!field.getText().isBlank()) {
      model.type(field.getText());
    }
  }

  private void show(SearchModel.Answer answer) {
    results.show(answer);
    if (popup.isShowing() || getScene() == null) {
      return;
    }
    Bounds bounds = localToScreen(getLayoutBounds());
    results.setPrefWidth(Math.max(bounds.getWidth(), results.minWidth(-1)));
    popup.show(this, bounds.getMinX(), bounds.getMaxY() + 2);
  }

  private void pressed(KeyEvent event) {
    boolean open = popup.isShowing();
    if (open && Key.CREDENTIAL.combination().match(event)) {
      generateCredential();
      event.consume();
      return;
    }
    boolean done =
        switch (event.getCode()) {
          case ESCAPE -> escape();
          case DOWN -> open ? move(1) : reopen();
          case UP -> open && move(-1);
          case PAGE_DOWN -> open && move(ResultsPane.page());
          case PAGE_UP -> open && move(-ResultsPane.page());
          case HOME -> open && !event.isShiftDown() && move(-FAR);
          case END -> open && !event.isShiftDown() && move(FAR);
          case TAB -> open && !event.isShiftDown() && complete();
          case ENTER -> {
            if (open) {
              choose();
            }
            yield open;
          }
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  private boolean move(int by) {
    results.move(by);
    return true;
  }

  /** The first time clears, the second leaves to where the focus goes next. */
  private boolean escape() {
    if (!field.getText().isEmpty()) {
      field.clear();
      return true;
    }
    popup.hide();
    return false;
  }

  private boolean reopen() {
    typed(field.getText());
    return true;
  }

  private boolean complete() {
    String title = results.title();
    if (title.isEmpty() || title.equals(field.getText())) {
      return false;
    }
    field.setText(title);
    field.end();
    return true;
  }

  /** For the hit, where it is a compute; whatever is selected behind the list is not meant. */
  private void generateCredential() {
    Ref.OfResource ref = results.chosen();
    if (ref != null && ref.name() instanceof EndpointName) {
      field.clear();
      context.intents().select(ref);
      context.intents().generateCredential(ref);
    }
  }

  private void choose() {
    Ref.OfResource ref = results.chosen();
    if (ref != null) {
      // What is left in the field would open the list again whenever the focus comes back.
      field.clear();
      context.intents().select(ref);
    }
  }
}
