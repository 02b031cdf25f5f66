package lakebase.ui.detail;

import java.util.Locale;

/** What a word's colour adds to it; the word alone must be enough. */
public enum Tone {
  NEUTRAL,
  ACCENT,
  SUCCESS,
  WARNING,
  DANGER;

  /** The style class of a badge in this tone; empty where it is plain. */
  String badgeClass() {
    return this == NEUTRAL ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** The style class of a word in this tone. */
  String stateClass() {
    return this == NEUTRAL ? "state-muted" : "state-" + name().toLowerCase(Locale.ROOT);
  }
}
