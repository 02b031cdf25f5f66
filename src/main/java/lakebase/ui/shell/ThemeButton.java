package lakebase.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import lakebase.state.Settings;
import lakebase.ui.Icons;
import lakebase.ui.Lifecycle;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** Goes round the themes: as the system, light, dark. */
final class ThemeButton extends Button {

  ThemeButton(UiContext context) {
    setId("theme");
    getStyleClass().add("icon-button");
    setOnAction(_ ->
        context
            .store()
            .update(state ->
                state.withSettings(state.settings().withTheme(next(state.settings().theme())))));
    Lifecycle.of(this)
        .watch(
            context.store(),
            state -> state.settings().theme(),
            theme -> {
              String text = context.texts().of("theme.tooltip", theme);
              setGraphic(Icons.icon(icon(theme)));
              setAccessibleText(text);
              setTooltip(new Tooltip(text));
            });
  }

  static Settings.Theme next(Settings.Theme theme) {
    return switch (theme) {
      case SYSTEM -> Settings.Theme.LIGHT;
      case LIGHT -> Settings.Theme.DARK;
      case DARK -> Settings.Theme.SYSTEM;
    };
  }

  private static Ikon icon(Settings.Theme theme) {
    return switch (theme) {
      case SYSTEM -> MaterialDesignT.THEME_LIGHT_DARK;
      case LIGHT -> MaterialDesignW.WHITE_BALANCE_SUNNY;
      case DARK -> MaterialDesignW.WEATHER_NIGHT;
    };
  }
}
