package lakebase.ui.connect;

import lakebase.connect.TestReport;
import lakebase.connect.launch.Tool;

/** What was last tried with a login, and how it went. */
sealed interface Attempt {

  /** Nothing yet. */
  record None() implements Attempt {}

  /** The connection is being tested. */
  record Testing() implements Attempt {}

  /** The connection was tested. */
  record Tested(TestReport report) implements Attempt {}

  /** A program is being opened. */
  record Opening(Tool tool) implements Attempt {}

  /** It was started. */
  record Opened(Tool tool) implements Attempt {}

  /** It was not. */
  record NotOpened(Tool tool, String reason) implements Attempt {}

  /** Whether it goes on. */
  default boolean isRunning() {
    return this instanceof Testing || this instanceof Opening;
  }
}
