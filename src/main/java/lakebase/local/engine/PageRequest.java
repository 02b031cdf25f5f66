package lakebase.local.engine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Which page of a list is asked for (contract §5). A token names the last key of the page before,
 * so pages neither repeat nor skip what stays while other things come and go; it holds only for the
 * list that it was given for.
 *
 * @param size how many items at most, 1 to 100
 * @param after the key to go on behind; empty: the first page
 */
record PageRequest(int size, String after) {

  private static final int LARGEST = 100;

  /** Reads the query parameters; refuses what is no number, negative, or no token of this list. */
  static PageRequest read(String pageSize, String pageToken, String list) {
    return new PageRequest(size(pageSize), pageToken.isEmpty() ? "" : after(pageToken, list));
  }

  /** The token of the page that follows the one ending at {@code lastKey}. */
  static String token(String list, String lastKey) {
    String text = list + "\n" + lastKey;
    String sealed = checksum(text) + text;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sealed.getBytes(StandardCharsets.UTF_8));
  }

  private static int size(String text) {
    int size;
    try {
      size = text.isEmpty() ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw Refusals.invalid("Field 'page_size' must be an integer.");
    }
    if (size < 0) {
      throw Refusals.invalid("Field 'page_size' must not be negative.");
    }
    return size == 0 ? LARGEST : Math.min(size, LARGEST);
  }

  private static String after(String token, String list) {
    try {
      String sealed = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String text = sealed.substring(Math.min(8, sealed.length()));
      if (sealed.equals(checksum(text) + text) && text.startsWith(list + "\n")) {
        return text.substring(list.length() + 1);
      }
    } catch (IllegalArgumentException notBase64) {
      throw invalidToken();
    }
    throw invalidToken();
  }

  private static Refusal invalidToken() {
    return Refusals.invalid("Field 'page_token' is not valid for this list.");
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
