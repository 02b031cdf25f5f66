package lakebase.state;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Texts as a search compares them: without accents, without case. */
public final class Folding {

  /** A stretch of a text, in its own characters: from the start up to, and without, the end. */
  public record Range(int start, int end) {}

  private Folding() {}

  /** The text without accents and case: {@code Zürich} and {@code ZURICH} fold to the same. */
  public static String fold(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length() + 4);
    text.codePoints().forEach(point -> folded.append(foldPoint(point)));
    return folded.toString();
  }

  /** Where the folded query first stands in the text, as it is written there. */
  public static Optional<Range> find(String text, String foldedQuery) {
    if (foldedQuery.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder folded = new StringBuilder();
    int[] origin = new int[text.length() * 18 + 1]; // NFKD gives at most 18 characters for one
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      String piece = foldPoint(point);
      for (int i = 0; i < piece.length(); i++) {
        origin[folded.length() + i] = at;
      }
      folded.append(piece);
      at += Character.charCount(point);
    }
    int found = folded.indexOf(foldedQuery);
    if (found < 0) {
      return Optional.empty();
    }
    int last = origin[found + foldedQuery.length() - 1];
    int end = last + Character.charCount(text.codePointAt(last));
    return Optional.of(new Range(origin[found], end));
  }

  private static String foldPoint(int point) {
    if (point < 128) {
      return String.valueOf((char) Character.toLowerCase(point));
    }
    String apart = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    StringBuilder kept = new StringBuilder();
    apart
        .codePoints()
        .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
        .forEach(kept::appendCodePoint);
    // Up and down again, so that a sharp s and a double s are the same.
    return kept.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || (c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }
}
