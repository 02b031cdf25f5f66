package lakebase.ui.detail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * What one cell of a table shows.
 *
 * @param text its words
 * @param note beside them, muted; empty for none
 * @param tone of the words
 * @param icon before the words; absent for none
 * @param badges after the words
 * @param mono whether it is text for machines
 */
public record Cell(
    String text, String note, Tone tone, @Nullable Ikon icon, List<Badge> badges, boolean mono) {

  /** Nothing known. */
  public static final Cell NONE = of("–");

  public Cell {
    badges = List.copyOf(badges);
  }

  /** Words alone. */
  public static Cell of(String text) {
    return new Cell(text, "", Tone.NEUTRAL, null, List.of(), false);
  }

  /** Text for machines. */
  public static Cell code(String text) {
    return new Cell(text, "", Tone.NEUTRAL, null, List.of(), true);
  }

  /** A thing with its shape. */
  public static Cell of(Ikon icon, String text, String note, List<Badge> badges) {
    return new Cell(text, note, Tone.NEUTRAL, icon, badges, false);
  }

  /** A state in a word with its shape. */
  public static Cell state(Badge state) {
    return new Cell(state.text(), "", state.tone(), state.icon(), List.of(), false);
  }

  /** A badge alone. */
  public static Cell badge(Badge badge) {
    return new Cell("", "", Tone.NEUTRAL, null, List.of(badge), false);
  }
}
