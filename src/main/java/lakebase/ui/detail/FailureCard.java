package lakebase.ui.detail;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lakebase.ui.FailureText;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * Shows a failure: what happened, what it means, what to do; the details folded, with a button that
 * copies them. The retry button is there only where the failure says that a retry can help.
 */
public final class FailureCard extends VBox {

  private final ToggleButton more;

  /** The failure without a way to try again. */
  public FailureCard(Texts texts, FailureText failure, Consumer<String> copy) {
    this(texts, failure, copy, null);
  }

  /** The failure; {@code retry} tries the same again. */
  public FailureCard(
      Texts texts, FailureText failure, Consumer<String> copy, @Nullable Runnable retry) {
    getStyleClass().add("failure-card");
    FontIcon icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    icon.getStyleClass().add("failure-icon");
    Label happened = wrapping(failure.happened(), "failure-happened");
    happened.setGraphic(icon);
    Label why = wrapping(failure.reason(), "failure-reason");
    Label next = wrapping(failure.effectText() + " " + failure.advice(), "failure-advice");
    more = new ToggleButton(texts.get("failure.details"));
    more.setId("failure-details");
    more.getStyleClass().addAll("flat", "small", "failure-more");
    GridPane details = details(failure);
    details.visibleProperty().bind(more.selectedProperty());
    details.managedProperty().bind(more.selectedProperty());
    getChildren().addAll(happened, why, next, actions(texts, failure, copy, retry), details);
  }

  private HBox actions(
      Texts texts, FailureText failure, Consumer<String> copy, @Nullable Runnable retry) {
    HBox actions = new HBox();
    actions.setAlignment(Pos.CENTER_LEFT);
    actions.getStyleClass().add("failure-actions");
    if (retry != null && failure.retry()) {
      Button again = new Button(texts.get("failure.retry"), new FontIcon(MaterialDesignR.REFRESH));
      again.setId("failure-retry");
      again.getStyleClass().add("small");
      again.setOnAction(_ -> retry.run());
      actions.getChildren().add(again);
    }
    Button copyDetails =
        new Button(texts.get("failure.copy"), new FontIcon(MaterialDesignC.CONTENT_COPY));
    copyDetails.setId("failure-copy");
    copyDetails.getStyleClass().add("small");
    copyDetails.setOnAction(_ -> copy.accept(failure.toMarkdown()));
    actions.getChildren().addAll(copyDetails, more);
    return actions;
  }

  private static GridPane details(FailureText failure) {
    GridPane grid = new GridPane();
    grid.setId("failure-detail-rows");
    grid.getStyleClass().add("failure-details");
    int row = 0;
    for (FailureText.Detail detail : failure.details()) {
      Label label = new Label(detail.label());
      label.getStyleClass().add("fact-label");
      label.setMinWidth(USE_PREF_SIZE);
      grid.addRow(row++, label, wrapping(detail.value(), "mono"));
    }
    return grid;
  }

  private static Label wrapping(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
