package lakebase.ui.form;

import org.jspecify.annotations.Nullable;

/**
 * A field that was changed here and elsewhere, to different values.
 *
 * @param path its mask path
 * @param base the value both started from
 * @param theirs the value at the service now
 * @param mine the value entered here
 * @param entered the whole edit in which it was entered, so that a decision can be changed back
 * @param choice whose value it shall be; absent until decided
 */
public record Conflict<T>(
    String path,
    @Nullable Object base,
    @Nullable Object theirs,
    @Nullable Object mine,
    T entered,
    @Nullable Choice choice) {

  /** Whose value it shall be. */
  public enum Choice {
    MINE,
    THEIRS
  }

  /** Whether it is decided. */
  public boolean isDecided() {
    return choice != null;
  }

  Conflict<T> decided(Choice now) {
    return new Conflict<>(path, base, theirs, mine, entered, now);
  }

  Conflict<T> withMine(@Nullable Object now, T edited) {
    return new Conflict<>(path, base, theirs, now, edited, choice);
  }
}
