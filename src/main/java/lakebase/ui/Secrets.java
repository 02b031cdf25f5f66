package lakebase.ui;

import java.util.regex.Pattern;

/**
 * Takes secrets out of a text that leaves the console. The client redacts what it keeps already;
 * this is the second lock, for texts that the service wrote.
 */
public final class Secrets {

  private static final String MARK = "[removed]";

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\beyJ[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*)*|\\bdapi[0-9a-f]{8,}[0-9a-z-]*");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b((?:bearer|basic)\\s+)[A-Za-z0-9._~+/=-]{8,}");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:password|passwd|pwd|secret|client_secret|access_token|refresh_token|token)"
              + "\"?\\s*[=:]\\s*\"?)[^\\s\"&,;}]+");
  private static final Pattern IN_ADDRESS = Pattern.compile("(://[^/\\s:@]+:)[^@\\s/]+@");

  private Secrets() {}

  /** The same text with everything that looks like a token or password replaced. */
  public static String remove(String text) {
    String without = TOKEN.matcher(text).replaceAll(MARK);
    without = BEARER.matcher(without).replaceAll("$1" + MARK);
    without = NAMED.matcher(without).replaceAll("$1" + MARK);
    return IN_ADDRESS.matcher(without).replaceAll("$1" + MARK + "@");
  }
}
