package lakebase.ui.dialog;

import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import lakebase.code.Action;
import lakebase.code.Code;
import lakebase.code.Language;
import lakebase.model.Change;
import lakebase.ui.UiContext;

/**
 * An action as the request that it is, and as text in each language, live: {@link #show} is called
 * whenever the action is another. For any dialog or page; {@link CodeFold} is the same, folded. On
 * the FX thread.
 */
public final class CodePane extends VBox {

  private static final Pattern COLLECTION =
      Pattern.compile("/(?=(branches|endpoints|roles|databases)(/|$))");

  private static final int LOW = 9;

  private final UiContext context;
  private final CodeChoice choice;
  private final Label text = new Label();
  private final CodeScroll scroll = new CodeScroll(text);
  private Optional<Action> action = Optional.empty();
  private boolean low;

  /** A pane without an action yet. */
  public CodePane(UiContext context) {
    this.context = context;
    this.choice = new CodeChoice(context, "code");
    getStyleClass().add("code");
    Label title = new Label(context.texts().get("code.title"));
    title.getStyleClass().add("strong");
    text.setId("code-text");
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    text.getStyleClass().addAll("mono", "code-text");
    scroll.setAccessibleText(context.texts().get("code.title"));
    scroll.getStyleClass().add("code-scroll");
    getChildren().addAll(title, choice, scroll);
    choice.onChosen(_ -> show());
  }

  /** Shows that change; empty while there is none. */
  public void show(Optional<Change> change) {
    showAction(change.map(Action::of));
  }

  /** Shows that action; empty while there is none. */
  public void showAction(Optional<Action> now) {
    action = now;
    show();
  }

  /** Keeps it low: a long text is scrolled. */
  public void low() {
    low = true;
    getStyleClass().add("low-code");
    show();
  }

  /** For a place that says already what this is. */
  void withoutTitle() {
    getChildren().removeFirst();
  }

  private void show() {
    Language language = choice.language();
    String exact = action.map(asked -> Code.text(language, asked)).orElse("");
    choice.setText(exact);
    boolean wraps = language == Language.HTTP || exact.isEmpty();
    text.setWrapText(wraps);
    scroll.setFitToWidth(wraps);
    // What goes beyond the edge can be reached by the keys only in what can have the focus.
    scroll.setFocusTraversable(!wraps);
    scroll.setHvalue(0);
    scroll.setVvalue(0);
    // Below a few lines the bar would come for the room that the other bar takes.
    boolean tall = low && exact.lines().count() > LOW;
    scroll.setVbarPolicy(
        tall ? ScrollPane.ScrollBarPolicy.AS_NEEDED : ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(tall ? 0 : USE_PREF_SIZE);
    text.setText(
        exact.isEmpty()
            ? context.texts().get("code.none")
            : wraps ? folded(exact) : exact.stripTrailing());
  }

  /** A long path would be broken within a name. */
  private static String folded(String request) {
    int end = request.indexOf('\n');
    return COLLECTION.matcher(request.substring(0, end)).replaceAll("/\n  ")
        + request.substring(end).stripTrailing();
  }

  /** As high as its text is at its width, so that no line of a wrapped text is cut. */
  private static final class CodeScroll extends ScrollPane {

    private final Label text;

    CodeScroll(Label text) {
      super(text);
      this.text = text;
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      double inner = width - snappedLeftInset() - snappedRightInset();
      double height = text.prefHeight(text.isWrapText() && width > 0 ? inner : -1);
      return snapSizeY(height + snappedTopInset() + snappedBottomInset());
    }
  }
}
