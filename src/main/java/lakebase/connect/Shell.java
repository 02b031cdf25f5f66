package lakebase.connect;

import java.util.Locale;

/** Whose words a command line is written in. */
public enum Shell {
  /** sh, bash, zsh. */
  POSIX,
  /** Windows PowerShell. */
  POWERSHELL;

  /** What people type into on the system of that name. */
  public static Shell of(String osName) {
    return osName.toLowerCase(Locale.ROOT).startsWith("windows") ? POWERSHELL : POSIX;
  }
}
