package lakebase.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Styles;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import lakebase.state.Settings;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** The shared style classes on one page, to be judged by eye; and what of them can be measured. */
@FxTest
class BaseStyleTest {

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void showsEverySharedStyle(Settings.Theme theme) throws Exception {
    VBox page = Fx.call(BaseStyleTest::page);
    Stage stage = Fx.show(page, theme, 900, 560);

    assertThat(Files.size(Fx.snapshot(stage.getScene(), "base-" + theme))).isPositive();
    Label mono = (Label) page.lookup(".mono");
    assertThat(mono.getFont().getFamily()).isEqualTo("JetBrains Mono");
    assertThat(((Label) page.lookup(".fact-label")).getFont().getFamily()).isEqualTo("Inter");
    assertThat(((Label) page.lookup(".fact-label")).getFont().getSize()).isEqualTo(13);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT"})
  void scalesTextAndIconsAndKeepsThemSo(Settings.Theme theme) {
    VBox page = Fx.call(BaseStyleTest::page);
    Stage stage = Fx.show(page, theme, 900, 560);
    FontIcon icon = (FontIcon) page.lookup(".card-title .ikonli-font-icon");
    for (int scale : new int[] {200, 75, 200}) {
      Fx.run(() -> ConsoleTheme.style(stage.getScene(), scale));
      Fx.settle();
      assertThat(((Label) page.lookup(".fact-label")).getFont().getSize())
          .isEqualTo(13.0 * scale / 100);
      assertThat(icon.getIconSize()).isEqualTo(16 * scale / 100);
    }
  }

  private static VBox page() {
    VBox page = new VBox(16, badges(), buttons(), inputs(), card(), tabs());
    page.setPadding(new javafx.geometry.Insets(20));
    return page;
  }

  private static Node badges() {
    FlowPane row = new FlowPane(8, 8);
    for (String kind : List.of("", "accent", "success", "warning", "danger")) {
      Label badge = styled(new Label(kind.isEmpty() ? "Read/write" : kind), "badge");
      badge.setGraphic(new FontIcon(MaterialDesignD.DATABASE));
      badge.getGraphic().getStyleClass().add("icon-small");
      if (!kind.isEmpty()) {
        badge.getStyleClass().add(kind);
      }
      row.getChildren().add(badge);
      Label state = styled(new Label("state"), "state-" + (kind.isEmpty() ? "muted" : kind));
      row.getChildren().add(state);
    }
    row.getChildren()
        .addAll(
            styled(new Label("Ctrl K"), "key-cap"),
            styled(new Hyperlink("a link"), "link"),
            styled(new Label("muted"), "muted"),
            styled(new Label("projects/sample-shop/branches/production"), "mono"));
    return row;
  }

  private static Node buttons() {
    Button primary = new Button("Generate database credentials");
    primary.getStyleClass().add(Styles.ACCENT);
    Button icon = new Button(null, new FontIcon(MaterialDesignD.DOTS_HORIZONTAL));
    icon.getStyleClass().add("icon-button");
    Button off = new Button("Disabled");
    off.setDisable(true);
    return new FlowPane(8, 8, primary, new Button("Edit"), icon, off);
  }

  private static Node inputs() {
    TextField field = new TextField();
    field.setPromptText("Filter");
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().add("17");
    combo.setValue("17");
    RangeSlider slider = new RangeSlider(0, 32, 1, 4);
    return new FlowPane(8, 8, field, combo, slider, new ToggleSwitch("on"), new CheckBox("check"));
  }

  private static Node card() {
    GridPane facts = new GridPane(24, 10);
    facts.setPadding(new javafx.geometry.Insets(14, 15, 0, 15));
    facts.addRow(
        0, styled(new Label("Range"), "fact-label"), styled(new Label("1–4 CU"), "fact-value"));
    facts.addRow(
        1, styled(new Label("Host"), "fact-label"), styled(new Label("127.77.0.12"), "mono"));
    Label title = styled(new Label("Size and scaling"), "card-title");
    title.setGraphic(new FontIcon(MaterialDesignD.DATABASE));
    return styled(new VBox(title, facts), "card");
  }

  private static Node tabs() {
    return new TabPane(new Tab("Overview", new Label("a")), new Tab("Request", new Label("b")));
  }

  private static <T extends Node> T styled(T node, String styleClass) {
    node.getStyleClass().add(styleClass);
    return node;
  }
}
