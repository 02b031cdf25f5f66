package lakebase.ui.detail;

import java.util.List;
import lakebase.ui.FailureText;

/**
 * Everything a page shows at one moment; made by a model, shown by a {@link DetailFrame}.
 *
 * @param heading its top
 * @param commands what can be done
 * @param notices what concerns all of it
 * @param body what it is about, as far as it is known
 */
public record Page<C>(Heading heading, Commands commands, List<Notice> notices, Body<C> body) {

  /** What a page is about, as far as it is known. */
  public sealed interface Body<C> {

    /** It is known. */
    record Known<C>(C content) implements Body<C> {}

    /** It is being read; the text says what. */
    record Waiting<C>(String text) implements Body<C> {}

    /** It is not there; the text says why. */
    record Missing<C>(String text) implements Body<C> {}

    /** It could not be read. */
    record Failed<C>(FailureText failure) implements Body<C> {}
  }

  public Page {
    notices = List.copyOf(notices);
  }
}
