package lakebase.ui.form;

import java.util.regex.Pattern;

/** Characters that come along with pasted text and that nobody sees. */
public final class Invisible {

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final Pattern ODD_SPACE = Pattern.compile("\\p{Zs}");

  private Invisible() {}

  /** The text without control and format characters, and with plain spaces only. */
  public static String strip(String text) {
    return ODD_SPACE.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ");
  }
}
