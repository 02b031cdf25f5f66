package lakebase.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import lakebase.model.OpenEnum;

/**
 * The texts a person reads, of one language, from {@code lakebase/texts.properties}. Placeholders
 * are those of {@link MessageFormat}: a single quote is written twice in a text that has any.
 */
public final class Texts {

  private final ResourceBundle bundle;

  /** The texts of that language; English where a language has none. */
  public Texts(Locale locale) {
    this.bundle =
        ResourceBundle.getBundle(
            "lakebase.texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.locale = locale;
  }

  private final Locale locale;

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /**
   * The text of that key, with its placeholders filled.
   *
   * @throws MissingResourceException when there is none: a defect, found by the tests
   */
  public String get(String key, Object... values) {
    String pattern = bundle.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** Whether there is a text of that key. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** The word for a constant: key {@code prefix.NAME}. */
  public String of(String prefix, Enum<?> constant) {
    return get(prefix + "." + constant.name());
  }

  /** The word for a value of the service; the value itself where the texts do not know it. */
  public String of(String prefix, OpenEnum value) {
    String key = prefix + "." + value.value();
    return has(key) ? get(key) : value.value();
  }
}
