package lakebase.ui.role;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Says that no password is told, and how one is set in SQL. */
final class PasswordNote extends VBox {

  private final UiContext context;
  private final Label statement = line("");
  private final Label nativeLogin = line("");

  PasswordNote(UiContext context) {
    this.context = context;
    getStyleClass().add("note");
    statement.getStyleClass().add("mono");
    statement.setId("password-sql");
    statement.setMaxWidth(Double.MAX_VALUE);
    nativeLogin.setId("password-native");
    HBox.setHgrow(statement, Priority.ALWAYS);
    Button copy = new Button(null, new FontIcon(MaterialDesignC.CONTENT_COPY));
    copy.setId("password-copy");
    copy.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "icon-button");
    copy.setAccessibleText(context.texts().get("role.password.copy"));
    copy.setTooltip(new Tooltip(copy.getAccessibleText()));
    copy.setOnAction(_ -> context.intents().copy(statement.getText()));
    HBox sql = new HBox(statement, copy);
    sql.getStyleClass().add("note-line");
    getChildren().addAll(line(context.texts().get("role.password.set")), sql, nativeLogin);
  }

  /** Shows the statement for that role. */
  void show(String postgresRole, boolean isNative) {
    String name = postgresRole.isEmpty() ? context.texts().get("role.password.role") : postgresRole;
    statement.setText(Logins.statement(name, context.texts().get("role.password.word")));
    nativeLogin.setText(context.texts().get(isNative ? "role.native.on" : "role.native.off"));
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
