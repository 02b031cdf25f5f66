package lakebase.connect.launch;

import java.util.Locale;

/** The kinds of system that open things differently. */
public enum Os {
  LINUX,
  MAC,
  WINDOWS;

  /** By the name that Java has for it. */
  public static Os of(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MAC : LINUX;
  }
}
