package lakebase.ui.detail;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * A state or a property in a word.
 *
 * @param text the word
 * @param tone its colour
 * @param icon its shape; absent where the word stands alone
 * @param tooltip more about it; empty for none
 */
public record Badge(String text, Tone tone, @Nullable Ikon icon, String tooltip) {

  /** A word alone. */
  public static Badge of(String text, Tone tone) {
    return new Badge(text, tone, null, "");
  }

  /** A word with a shape. */
  public static Badge of(String text, Tone tone, Ikon icon) {
    return new Badge(text, tone, icon, "");
  }

  /** The same with more about it. */
  public Badge withTooltip(String more) {
    return new Badge(text, tone, icon, more);
  }
}
