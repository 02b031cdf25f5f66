package lakebase.ui.credential;

/** The system's clipboard, as far as a token needs it. */
interface Board {

  /** Its text; empty when it holds none. */
  String text();

  /** Puts a text there. */
  void put(String text);

  /** Takes everything away. */
  void clear();
}
