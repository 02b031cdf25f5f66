package lakebase.ui.dialog;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import lakebase.code.Action;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * An action as code, behind a button, where there is something more urgent to read. Put it at the
 * end of a dialog's body and call {@link #show} whenever the action is another, for example {@code
 * fold.show(ttl.map(life -> Action.of(new CredentialRequest(compute, life))))}: an action is what
 * is asked for and never what was answered, so that no secret comes near it. On the FX thread.
 */
public final class CodeFold extends VBox {

  private final UiContext context;
  private final FontIcon chevron = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
  private final Button open = new Button();
  private Optional<Action> action = Optional.empty();
  private @Nullable CodePane pane;

  /** A closed one, without an action yet. */
  public CodeFold(UiContext context) {
    this.context = context;
    open.setText(context.texts().get("code.open"));
    open.setGraphic(chevron);
    open.setId("code-open");
    open.getStyleClass().addAll(Styles.FLAT, "code-open");
    open.setOnAction(_ -> open(pane == null || !pane.isVisible()));
    getStyleClass().add("code-fold");
    getChildren().add(open);
  }

  /** Shows that action; empty while there is none. The same one again stays as it is scrolled. */
  public void show(Optional<Action> now) {
    boolean same = now.equals(action);
    action = now;
    if (pane != null && !same) {
      pane.showAction(now);
    }
  }

  private void open(boolean now) {
    open.setText(context.texts().get(now ? "code.close" : "code.open"));
    chevron.setIconCode(now ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
    if (pane == null) {
      pane = new CodePane(context);
      pane.low();
      pane.withoutTitle();
      pane.showAction(action);
      getChildren().add(pane);
    }
    pane.setVisible(now);
    pane.setManaged(now);
    if (now) {
      reveal();
    }
  }

  /** At the end of a dialog that is full it would open out of sight. */
  private void reveal() {
    Parent around = getParent();
    while (around != null && !(around instanceof DialogBody)) {
      around = around.getParent();
    }
    if (around instanceof DialogBody body) {
      body.reveal(this);
    }
  }
}
