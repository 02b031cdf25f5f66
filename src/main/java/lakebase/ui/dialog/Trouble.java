package lakebase.ui.dialog;

import java.util.stream.Collectors;
import lakebase.ui.FailureText;

/**
 * What went wrong, in four parts (what, then, now what, details).
 *
 * @param happened in words of the person's action
 * @param meaning what it means for the resource: unchanged, partly done, unknown
 * @param advice what to do about it; may be empty
 * @param details status, code, message and ids, lines; may be empty; holds no secret
 */
public record Trouble(String happened, String meaning, String advice, String details) {

  /** A failed call, as a person reads it. */
  public static Trouble of(FailureText failure) {
    return new Trouble(
        failure.happened(),
        failure.reason() + " " + failure.effectText(),
        failure.advice(),
        failure.details().stream()
            .map(detail -> detail.label() + ": " + detail.value())
            .collect(Collectors.joining("\n")));
  }
}
