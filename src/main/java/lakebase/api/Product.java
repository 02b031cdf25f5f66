package lakebase.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The product and its version, as the build names them. */
public final class Product {

  private static final String VERSION = read();

  private Product() {}

  /** The version, for example {@code 0.1.0}. */
  public static String version() {
    return VERSION;
  }

  /** The value of the header {@code User-Agent}. */
  public static String userAgent() {
    return "lakebase-console/" + VERSION;
  }

  private static String read() {
    try (InputStream file = Product.class.getResourceAsStream("/lakebase/product.properties")) {
      if (file == null) {
        throw new IllegalStateException("product.properties is not on the class path");
      }
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version", "unknown");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
