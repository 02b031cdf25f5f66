package lakebase.ui.detail;

import lakebase.state.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A row of a card.
 *
 * @param id of its value's node
 * @param label what it is
 * @param text its value
 * @param note beside the value, muted; empty for none
 * @param mono whether the value is text for machines
 * @param copied what a button beside the value copies; empty for no button
 * @param state in place of a plain value, a word with a shape; absent for none
 * @param link where the value leads; absent for nowhere
 * @param tooltip more about the value; empty for none
 */
public record Fact(
    String id,
    String label,
    String text,
    String note,
    boolean mono,
    String copied,
    @Nullable Badge state,
    @Nullable Ref link,
    String tooltip) {

  /** A plain value. */
  public static Fact of(String id, String label, String text) {
    return new Fact(id, label, text, "", false, "", null, null, "");
  }

  /** A state in a word. */
  public static Fact of(String id, String label, Badge state) {
    return new Fact(id, label, state.text(), "", false, "", state, null, state.tooltip());
  }

  /** Text for machines, with a button that copies it. */
  public static Fact code(String id, String label, String text) {
    return new Fact(id, label, text, "", true, text, null, null, "");
  }

  /** The same with a note. */
  public Fact withNote(String words) {
    return new Fact(id, label, text, words, mono, copied, state, link, tooltip);
  }

  /** The same, leading there. */
  public Fact withLink(Ref target) {
    return new Fact(id, label, text, note, mono, copied, state, target, tooltip);
  }

  /** The same with more about it. */
  public Fact withTooltip(String words) {
    return new Fact(id, label, text, note, mono, copied, state, link, words);
  }

  /** The same with a button that copies this. */
  public Fact withCopy(String words) {
    return new Fact(id, label, text, note, mono, words, state, link, tooltip);
  }
}
