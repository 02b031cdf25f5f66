package lakebase.task;

import java.util.regex.Pattern;

/**
 * Takes secrets out of a text that a person may read or copy: values of JSON members whose names
 * say that they are secret, signed tokens, and bearer headers, wherever they stand.
 */
public final class Redaction {

  /** What stands in a secret's place. */
  public static final String REDACTED = "[redacted]";

  private static final Pattern MEMBER =
      Pattern.compile(
          "(?i)(\"[^\"]*(?:password|secret|token|credential|authorization)[^\"]*\"\\s*:\\s*)"
              + "\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final Pattern SIGNED_TOKEN =
      Pattern.compile("\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
  private static final Pattern BEARER = Pattern.compile("(?i)(\\bBearer\\s+)[^\\s\"',]+");
  private static final Pattern ACCESS_TOKEN = Pattern.compile("\\bdapi[0-9a-fA-F]{16,}(?:-\\d+)?");

  private Redaction() {}

  /** The text without secrets. */
  public static String redact(String text) {
    String members = MEMBER.matcher(text).replaceAll("$1\"" + REDACTED + "\"");
    String signed = SIGNED_TOKEN.matcher(members).replaceAll(REDACTED);
    String bearer = BEARER.matcher(signed).replaceAll("$1" + REDACTED);
    return ACCESS_TOKEN.matcher(bearer).replaceAll(REDACTED);
  }
}
