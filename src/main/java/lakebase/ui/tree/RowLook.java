package lakebase.ui.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * How a row looks and reads.
 *
 * @param icon the kind's shape; absent on notes
 * @param name the first words
 * @param detail the muted words behind the name
 * @param badges shapes behind the name, each with its word as a tooltip
 * @param state the shape and word at the right end
 * @param spoken the whole row as a screen reader says it: name, kind, state
 */
record RowLook(
    @Nullable Ikon icon,
    String name,
    String detail,
    List<Mark> badges,
    @Nullable Mark state,
    String spoken,
    Style style) {

  /** No row. */
  static final RowLook EMPTY = new RowLook(null, "", "", List.of(), null, "", Style.PLAIN);

  /** What a row is, for the stylesheet. */
  enum Style {
    PLAIN,
    WORKSPACE,
    DELETED,
    GONE,
    NOTE
  }

  /** What a mark's colour adds to its word. */
  enum Tone {
    MUTED,
    ACCENT,
    SUCCESS,
    WARNING,
    DANGER
  }

  /** A word, with a shape or as a pill. */
  record Mark(String word, @Nullable Ikon icon, Tone tone) {}
}
