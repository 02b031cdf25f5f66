package lakebase.task;

import lakebase.model.ApiFailure;

/** How a call ended. */
public sealed interface Outcome<T> {

  /** With a value. */
  record Success<T>(T value) implements Outcome<T> {}

  /** With a failure. */
  record Failure<T>(ApiFailure failure) implements Outcome<T> {}
}
