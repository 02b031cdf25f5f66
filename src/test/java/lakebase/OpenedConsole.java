package lakebase;

/** Opens the console without a display, for a test that ends its process. */
final class OpenedConsole {

  private OpenedConsole() {}

  public static void main(String[] args) {
    AppLauncher.open(args);
  }
}
