package lakebase.ui.credential;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lakebase.code.Action;
import lakebase.connect.Offer;
import lakebase.state.AppState;
import lakebase.ui.FailureText;
import lakebase.ui.Lifecycle;
import lakebase.ui.Texts;
import lakebase.ui.Ticker;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.CodeFold;
import lakebase.ui.dialog.DialogFooter;
import lakebase.ui.dialog.DialogFrame;
import lakebase.ui.dialog.Trouble;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The dialog of one credential: the desk. */
final class CredentialView {

  private final Texts texts;
  private final CredentialModel model;
  private final DialogFrame frame;
  private final DeskFields fields;
  private final TokenField token;
  private final UsePane use;
  private final CodeFold code;
  private final Label life = new Label();
  private final Label clipboard = new Label();
  private final Button again;

  /**
   * A dialog that shows nothing yet.
   *
   * @param choices what can be chosen, by the state
   * @param below what else can be done with the login; made once
   */
  CredentialView(
      UiContext context,
      DeskModel desk,
      String path,
      Function<AppState, DeskChoices> choices,
      Function<ObservableValue<Optional<Offer>>, Region> below) {
    this.texts = context.texts();
    this.model = desk.token();
    this.frame =
        new DialogFrame(
            texts,
            MaterialDesignK.KEY_VARIANT,
            texts.get("credential.title"),
            path,
            DialogFrame.Width.FORM);
    frame.getStyleClass().add("desk-dialog");
    this.fields = new DeskFields(texts, desk);
    this.token = new TokenField(texts, model);
    this.use = new UsePane(texts, desk);
    this.code = new CodeFold(context);
    frame.setBody(body(below.apply(desk.offerProperty())));
    frame.footer().say(DialogFooter.Tone.PLAIN, texts.get("credential.never"));
    this.again =
        frame.addButton("credential-again", texts.get("credential.again"), model::generate);
    frame.addDefaultButton("credential-close", texts.get("credential.close"), frame::close);
    frame.setFirstFocus(token.copyButton());
    frame.setWhenClosed(model::close);
    Lifecycle.of(frame)
        .watch(context.store(), choices, desk::take)
        .whileShowing(() -> desk.choicesProperty().subscribe(fields::take)::unsubscribe)
        .whileShowing(() -> model.phaseProperty().subscribe(this::arrived)::unsubscribe)
        .whileShowing(() -> model.revealedProperty().subscribe(_ -> show())::unsubscribe)
        .whileShowing(() -> model.minutesProperty().subscribe(_ -> show())::unsubscribe)
        .whileShowing(() -> desk.kindProperty().subscribe(_ -> show())::unsubscribe)
        .whileShowing(() -> desk.offerProperty().subscribe(_ -> show())::unsubscribe)
        .whileShowing(() -> Ticker.everySecond(this::tick));
    token.copyButton().addEventHandler(ActionEvent.ACTION, _ -> show());
    use.copyButton().addEventHandler(ActionEvent.ACTION, _ -> show());
  }

  DialogFrame frame() {
    return frame;
  }

  private VBox body(Region below) {
    VBox body = new VBox(fields, tokenBox(), use, below, code);
    body.getStyleClass().add("credential-body");
    return body;
  }

  private VBox tokenBox() {
    Label heading = heading("credential.token", token);
    life.setId("credential-life");
    life.getStyleClass().add("small-text");
    clipboard.setId("credential-clipboard");
    clipboard.getStyleClass().addAll("muted", "small-text");
    clipboard.setWrapText(true);
    HBox below = new HBox(life, clipboard);
    below.managedProperty().bind(life.textProperty().isNotEmpty());
    below.getStyleClass().add("credential-life");
    below.setAlignment(Pos.CENTER_LEFT);
    life.setMinWidth(Label.USE_PREF_SIZE);
    VBox box = new VBox(heading, token, below);
    box.getStyleClass().add("credential-field");
    return box;
  }

  private Label heading(String key, Node field) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("strong");
    label.setLabelFor(field);
    return label;
  }

  private void arrived(Phase now) {
    show();
    if (now instanceof Phase.Valid) {
      // The button was disabled until now. Where the answer came before the first pulse, CSS has
      // not yet put the scrolling body into the scene; only what is there can have the focus.
      frame.applyCss();
      token.copyButton().requestFocus();
    }
  }

  private void tick() {
    model.tick();
    show();
  }

  private void show() {
    Phase phase = model.phaseProperty().get();
    boolean valid = phase instanceof Phase.Valid;
    token.show(shownToken(phase), model.revealedProperty().get(), valid);
    frame.footer().setBusy(phase instanceof Phase.Working);
    again.setDisable(!model.isPossible());
    fields.showProblem();
    use.show(texts.get("credential.use.none"));
    code.show(model.request().map(Action::of));
    showLife(phase);
    clipboard.setText(
        !valid
            ? ""
            : model.onClipboard().isZero()
                ? texts.get("credential.clipboard")
                : texts.get(
                    "credential.copied",
                    String.format(Locale.ROOT, "%d", seconds(model.onClipboard()))));
    if (phase instanceof Phase.Failed(FailureText failure)) {
      frame.showTrouble(trouble(failure));
    } else {
      frame.clearTrouble();
    }
  }

  private String shownToken(Phase phase) {
    return switch (phase) {
      case Phase.Working _ -> texts.get("credential.working");
      case Phase.Expired _ -> texts.get("credential.expired");
      case Phase.Failed _, Phase.Closed _ -> texts.get("credential.missing");
      case Phase.Valid _ -> model.token();
    };
  }

  private void showLife(Phase phase) {
    boolean told = phase instanceof Phase.Valid || phase instanceof Phase.Expired;
    boolean ended = phase instanceof Phase.Expired;
    String tone = ended ? "state-danger" : model.isEnding() ? "state-warning" : "state-success";
    life.setText(ended ? texts.get("credential.expired.more") : told ? model.leftText() : "");
    life.getStyleClass().setAll("label", "small-text", tone);
    FontIcon icon =
        new FontIcon(ended ? MaterialDesignT.TIMER_OFF_OUTLINE : MaterialDesignT.TIMER_SAND);
    icon.getStyleClass().addAll("icon-small", tone);
    life.setGraphic(told ? icon : null);
  }

  /** What has begun counts: there is no zeroth second on a clock that runs down. */
  private static long seconds(Duration left) {
    return left.plusSeconds(1).minusNanos(1).toSeconds();
  }

  private static Trouble trouble(FailureText failure) {
    StringBuilder details = new StringBuilder(128);
    failure
        .details()
        .forEach(
            line -> details.append(line.label()).append(": ").append(line.value()).append('\n'));
    return new Trouble(failure.happened(), failure.reason(), failure.advice(), details.toString());
  }
}
