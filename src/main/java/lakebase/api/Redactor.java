package lakebase.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lakebase.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of texts before they are kept. Works on any text, whole or cut off, because
 * what a failing server sends need not be JSON.
 */
public final class Redactor {

  /** Stands where a secret stood. */
  public static final String MARK = "[redacted]";

  private static final Pattern FIELD =
      Pattern.compile(
          "(\"(?:token|token_value|access_token|refresh_token|id_token|client_secret|secret"
              + "|password|code_verifier|assertion|client_assertion|subject_token|authorization)\"\\s*+:\\s*+\")(?:[^\"\\\\]++|\\\\.)*+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern FORM =
      Pattern.compile(
          "\\b((?:access_token|refresh_token|client_secret|password|code_verifier|code|assertion"
              + "|client_assertion|subject_token)=)[^&\\s\"<]++",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SCHEME =
      Pattern.compile("\\b(Bearer|Basic)(\\s++)[\\w.~+/=-]{8,}+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHAPE =
      Pattern.compile("\\beyJ[\\w-]++(?:\\.[\\w-]*+)*+|\\bdapi[0-9a-fA-F]{8,}+(?:-\\d++)?+");

  private Redactor() {}

  /** The text without what looks like a secret. */
  public static String redact(String text) {
    String noFields = FIELD.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MARK));
    String noForms = FORM.matcher(noFields).replaceAll("$1" + Matcher.quoteReplacement(MARK));
    String noSchemes = SCHEME.matcher(noForms).replaceAll("$1$2" + Matcher.quoteReplacement(MARK));
    return SHAPE.matcher(noSchemes).replaceAll(Matcher.quoteReplacement(MARK));
  }

  /** The text without what looks like a secret and without that one, whatever it looks like. */
  static String redact(String text, @Nullable Secret known) {
    String value = known == null ? "" : known.reveal();
    return redact(value.isEmpty() ? text : text.replace(value, MARK));
  }
}
