package lakebase.code;

/** Writes actions as texts that do the same when they are run. Pure; any thread. */
public final class Code {

  private Code() {}

  /**
   * The action in that language. Host and token are {@code DATABRICKS_HOST} and {@code
   * DATABRICKS_TOKEN} of the environment. Ends with a line break.
   */
  public static String text(Language language, Action action) {
    Call call = Call.of(action);
    return switch (language) {
      case HTTP -> HttpText.of(action);
      case CURL -> CurlText.of(action);
      case CLI -> CliText.of(call);
      case PYTHON -> new PythonText(call).text();
      case JAVA -> new JavaText(call).text();
      case GO -> new GoText(call).text();
      case TERRAFORM -> new TerraformText(call).text();
    };
  }
}
