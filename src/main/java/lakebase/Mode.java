package lakebase;

import java.util.Optional;
import java.util.OptionalInt;

/** What one start of the program is asked to do, read from its arguments. */
public sealed interface Mode {

  /** Opens the console's window. */
  record Console() implements Mode {}

  /** Drives the console off-screen through its main job. */
  record Tour() implements Mode {}

  /**
   * Serves the local workspace alone, until the process is stopped.
   *
   * @param data where the workspace keeps its state; the user's data directory if absent
   * @param port the loopback port; any free one if absent
   */
  record Serve(Optional<String> data, OptionalInt port) implements Mode {}

  /**
   * Reads {@code [--tour | --serve [--data=DIR] [--port=N]]}; an option without a value counts as
   * absent, so that a script can always pass it.
   *
   * @throws IllegalArgumentException with a sentence for the person who typed the arguments
   */
  static Mode parse(String... args) {
    var mode = "";
    Optional<String> data = Optional.empty();
    var port = OptionalInt.empty();
    for (var arg : args) {
      var value = arg.substring(arg.indexOf('=') + 1);
      switch (arg.replaceFirst("=.*", "=")) {
        case "--tour", "--serve" -> mode = arg;
        case "--data=" -> data = Optional.of(value).filter(text -> !text.isBlank());
        case "--port=" ->
            port = value.isBlank() ? OptionalInt.empty() : OptionalInt.of(port(value));
        default -> throw new IllegalArgumentException("Unknown argument: " + arg);
      }
    }
    return switch (mode) {
      case "--tour" -> new Tour();
      case "--serve" -> new Serve(data, port);
      default -> new Console();
    };
  }

  private static int port(String value) {
    try {
      var port = Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // said below, as for a number out of range
    }
    throw new IllegalArgumentException("A port is a number from 0 to 65535, not: " + value);
  }
}
