package lakebase.connect.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The programs that show a window with a command line, and how each is told what to run. */
final class Terminals {

  /** A terminal and the words before the program that it runs. */
  record Terminal(String name, List<String> before) {}

  /** The person's or distribution's own choice first, then those of the desktops. */
  private static final List<Terminal> KNOWN =
      List.of(
          new Terminal("x-terminal-emulator", List.of("-e")),
          new Terminal("gnome-terminal", List.of("--")),
          new Terminal("ptyxis", List.of("--new-window", "--")),
          new Terminal("kgx", List.of("--")),
          new Terminal("konsole", List.of("-e")),
          new Terminal("xfce4-terminal", List.of("-x")),
          new Terminal("mate-terminal", List.of("-x")),
          new Terminal("lxterminal", List.of("-e")),
          new Terminal("alacritty", List.of("-e")),
          new Terminal("kitty", List.of()),
          new Terminal("foot", List.of()),
          new Terminal("wezterm", List.of("start", "--")),
          new Terminal("xterm", List.of("-e")));

  private Terminals() {}

  /** The command that runs a program in the first terminal there is. */
  static Optional<List<String>> command(Programs programs, Path program) {
    for (Terminal terminal : wanted(programs)) {
      Optional<Path> found = programs.find(terminal.name);
      if (found.isPresent()) {
        List<String> command = new ArrayList<>();
        command.add(found.get().toString());
        command.addAll(terminal.before);
        command.add(program.toString());
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /** What is looked for, in order. */
  static List<String> names(Programs programs) {
    return wanted(programs).stream().map(Terminal::name).toList();
  }

  private static List<Terminal> wanted(Programs programs) {
    List<Terminal> all = new ArrayList<>();
    String chosen = programs.variable("TERMINAL");
    if (!chosen.isBlank()) {
      all.add(
          KNOWN.stream()
              .filter(terminal -> terminal.name.equals(chosen))
              .findFirst()
              .orElseGet(() -> new Terminal(chosen, List.of("-e"))));
    }
    KNOWN.stream().filter(terminal -> !terminal.name.equals(chosen)).forEach(all::add);
    return all;
  }
}
