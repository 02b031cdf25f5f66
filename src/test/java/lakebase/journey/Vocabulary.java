package lakebase.journey;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.text.Text;
import lakebase.state.AppState;
import lakebase.tour.Ui;

/**
 * The words that may stand on a screen of one language: those of the bundle, those of the data, and
 * the months. A word from anywhere else was written into the code.
 */
final class Vocabulary {

  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  private static final List<String> PROPER_NAMES = List.of("PostgreSQL", "UTC");

  private final Set<String> words = new HashSet<>();

  Vocabulary(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "lakebase.texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    bundle.keySet().forEach(key -> add(bundle.getString(key)));
    Arrays.stream(Month.values())
        .flatMap(month ->
            Stream.of(TextStyle.FULL, TextStyle.SHORT)
                .map(style -> month.getDisplayName(style, locale)))
        .forEach(this::add);
    Arrays.stream(DayOfWeek.values())
        .flatMap(day ->
            Stream.of(TextStyle.FULL, TextStyle.SHORT)
                .map(style -> day.getDisplayName(style, locale)))
        .forEach(this::add);
    PROPER_NAMES.forEach(this::add);
  }

  /** The texts on the screen with a word that is neither of the bundle nor of that state. */
  List<String> strangers(AppState state) {
    String data = state.toString().toLowerCase(Locale.ROOT);
    return Ui.all(node -> !node.getStyleClass().contains("mono") && isMadeHere(node)).stream()
        .map(Ui::text)
        .filter(text -> words(text).anyMatch(word -> !words.contains(word) && !data.contains(word)))
        .distinct()
        .toList();
  }

  /** A skin's own text repeats that of its control, and a cell's that of its labels. */
  private static boolean isMadeHere(Node node) {
    return !Ui.text(node).isBlank() && !(node instanceof Text) && !(node instanceof IndexedCell);
  }

  private void add(String text) {
    words(text).forEach(words::add);
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT));
  }
}
