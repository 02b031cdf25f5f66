package lakebase.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The fonts that come with the application, so that it looks the same everywhere: Inter for text,
 * JetBrains Mono for names and code.
 */
final class ConsoleFonts {

  private static final String DIRECTORY = "/com/formdev/flatlaf/fonts/";

  private static final List<String> FILES =
      List.of(
          "inter/Inter-Regular.otf",
          "inter/Inter-SemiBold.otf",
          "inter/Inter-Bold.otf",
          "jetbrains_mono/JetBrainsMono-Regular.ttf");

  private static boolean loaded;

  private ConsoleFonts() {}

  /** Makes the fonts known to the toolkit, once. */
  static synchronized void load() {
    if (!loaded) {
      FILES.forEach(ConsoleFonts::load);
      loaded = true;
    }
  }

  private static void load(String file) {
    try (InputStream font = ConsoleFonts.class.getResourceAsStream(DIRECTORY + file)) {
      if (font == null || Font.loadFont(font, Font.getDefault().getSize()) == null) {
        throw new IllegalStateException("missing from the class path, or not a font: " + file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
