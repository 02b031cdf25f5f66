package lakebase.ui.detail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * Something that can be done from a page.
 *
 * @param id of its control
 * @param text its name, a verb first
 * @param icon its shape
 * @param key the key that does the same, as it is printed; empty for none
 * @param obstacle why it cannot be done now, in a sentence; empty when it can
 * @param action does it
 */
public record Command(
    String id, String text, Ikon icon, String key, String obstacle, Runnable action) {

  /** A command without a key that can be done. */
  public static Command of(String id, String text, Ikon icon, Runnable action) {
    return new Command(id, text, icon, "", "", action);
  }

  /** The same with a key. */
  public Command withKey(String printed) {
    return new Command(id, text, icon, printed, obstacle, action);
  }

  /** The same, not to be done now for that reason; empty: it can be done. */
  public Command unless(String reason) {
    return new Command(id, text, icon, key, reason, action);
  }

  /** The same, done by that. */
  Command with(Runnable another) {
    return new Command(id, text, icon, key, obstacle, another);
  }

  /** Whether it can be done now. */
  public boolean isPossible() {
    return obstacle.isEmpty();
  }

  /** Whether both look the same; what they do is made anew with each page, and means the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Command that
        && id.equals(that.id)
        && text.equals(that.text)
        && icon.equals(that.icon)
        && key.equals(that.key)
        && obstacle.equals(that.obstacle);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, text, key, obstacle);
  }

  void fire() {
    if (isPossible()) {
      action.run();
    }
  }
}
