package lakebase.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Subscription;
import lakebase.state.Settings;

/**
 * AtlantaFX Primer under the console's own stylesheet. The scale is the font size at the root:
 * every size in the stylesheet is in em. All methods are for the FX thread.
 */
public final class ConsoleTheme {

  /** The size of text at a scale of 100 %, in pixels. */
  public static final double TEXT_SIZE = 13;

  private static final double ICON_SIZE = 16;
  private static final double SMALL_ICON_SIZE = 13;
  private static final double LARGE_ICON_SIZE = 21;

  private static final String STYLESHEET = "/lakebase/console.css";

  private Settings.Theme chosen = Settings.Theme.SYSTEM;

  /** Makes the theme follow the system from now on, until the subscription ends. */
  public Subscription followSystem() {
    return Platform.getPreferences()
        .colorSchemeProperty()
        .subscribe(() -> {
          if (chosen == Settings.Theme.SYSTEM) {
            use(Settings.Theme.SYSTEM);
          }
        });
  }

  /** Colours every window of the application. */
  public void use(Settings.Theme theme) {
    chosen = theme;
    ConsoleFonts.load();
    Theme primer = isDark(theme) ? new PrimerDark() : new PrimerLight();
    if (!primer.getUserAgentStylesheet().equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(primer.getUserAgentStylesheet());
    }
  }

  /** Whether that theme is dark now. */
  public static boolean isDark(Settings.Theme theme) {
    return switch (theme) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /** Gives the scene the console's stylesheets, at that scale. */
  public static void style(Scene scene, int scalePercent) {
    URL own = Objects.requireNonNull(ConsoleTheme.class.getResource(STYLESHEET), STYLESHEET);
    List<String> sheets = List.of(own.toExternalForm(), scaleSheet(scalePercent));
    if (!scene.getStylesheets().equals(sheets)) {
      scene.getStylesheets().setAll(sheets);
    }
  }

  /**
   * The rules that depend on a setting, and the two colours that Primer has not, as a stylesheet
   * inside its own address.
   */
  private static String scaleSheet(int scalePercent) {
    double scale = scalePercent / 100.0;
    String rule =
        String.format(
            Locale.ROOT,
            """
            .root { -fx-font-size: %.2fpx; -color-veil: #00000070; -color-dialog-shadow: #00000066; }
            .ikonli-font-icon { -fx-icon-size: %d; }
            .ikonli-font-icon.icon-small { -fx-icon-size: %d; }
            .ikonli-font-icon.icon-large { -fx-icon-size: %d; }
            """,
            TEXT_SIZE * scale,
            Math.round(ICON_SIZE * scale),
            Math.round(SMALL_ICON_SIZE * scale),
            Math.round(LARGE_ICON_SIZE * scale));
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8));
  }
}
