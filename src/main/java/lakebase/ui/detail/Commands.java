package lakebase.ui.detail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be done from a page.
 *
 * @param primary the one that the page is for; absent where there is none
 * @param edit opens the edit dialog; absent where there is nothing to edit
 * @param more the rest, behind the three dots
 */
public record Commands(@Nullable Command primary, @Nullable Command edit, List<Command> more) {

  /** Nothing to do. */
  public static final Commands NONE = new Commands(null, null, List.of());

  public Commands {
    more = List.copyOf(more);
  }
}
