package lakebase.ui.credential;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lakebase.ui.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/**
 * Shows the token, masked unless it is revealed. A label, not a text field: what is selected in a
 * field could be copied past the {@link ClipboardGuard}.
 */
final class TokenField extends HBox {

  private final Label token = new Label();
  private final ToggleButton reveal;
  private final Button copy;

  TokenField(Texts texts, CredentialModel model) {
    getStyleClass().add("token-field");
    setAlignment(Pos.CENTER_LEFT);
    token.setId("credential-token");
    token.getStyleClass().add("mono");
    token.setMaxWidth(Double.MAX_VALUE);
    token.setAccessibleText(texts.get("credential.token"));
    HBox.setHgrow(token, Priority.ALWAYS);
    reveal = new ToggleButton("", new FontIcon(MaterialDesignE.EYE_OUTLINE));
    reveal.setId("credential-reveal");
    reveal.getStyleClass().addAll("icon-button", "flat");
    reveal.setAccessibleText(texts.get("credential.reveal"));
    reveal.setTooltip(new Tooltip(texts.get("credential.reveal")));
    reveal.selectedProperty().bindBidirectional(model.revealedProperty());
    copy = new Button("", new FontIcon(MaterialDesignC.CONTENT_COPY));
    copy.setId("credential-copy");
    copy.getStyleClass().addAll("icon-button", "flat");
    copy.setAccessibleText(texts.get("credential.copy"));
    copy.setTooltip(new Tooltip(texts.get("credential.copy")));
    copy.setOnAction(_ -> model.copy());
    reveal.setMinWidth(USE_PREF_SIZE);
    copy.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(token, reveal, copy);
  }

  /** Shows that; {@code whole} lets it take as many lines as it needs. */
  void show(String text, boolean whole, boolean valid) {
    token.setText(text);
    token.setWrapText(whole);
    token.setMinHeight(whole ? USE_PREF_SIZE : 0);
    reveal.setDisable(!valid);
    copy.setDisable(!valid);
  }

  /** Where the focus belongs once there is a token. */
  Button copyButton() {
    return copy;
  }
}
