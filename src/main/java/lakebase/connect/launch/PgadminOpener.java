package lakebase.connect.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lakebase.connect.ConnectTexts;
import lakebase.connect.Login;
import lakebase.connect.Target;
import lakebase.connect.Trust;

/**
 * A server in pgAdmin's list, by its own {@code setup.py load-servers}. The definition has no
 * password (pgAdmin takes none) but the path of a file for its owner alone, which is removed when
 * the token expires; afterwards pgAdmin asks.
 */
final class PgadminOpener implements Opener {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Programs programs;
  private final PrivateFiles files;
  private final InstantSource clock;
  private final Os os;
  private final List<Path> roots;

  PgadminOpener(Programs programs, PrivateFiles files, Os os, InstantSource clock) {
    this.programs = programs;
    this.files = files;
    this.clock = clock;
    this.os = os;
    this.roots =
        switch (os) {
          case LINUX -> List.of(Path.of(given("/usr/pgadmin4")));
          case MAC -> List.of(Path.of("/Applications/pgAdmin 4.app/Contents"));
          case WINDOWS -> windows();
        };
  }

  /** The directory of an installation elsewhere, by pgAdmin's own variable. */
  private String given(String usual) {
    String set = programs.variable("PGADMIN_HOME");
    return set.isEmpty() ? usual : set;
  }

  private List<Path> windows() {
    List<Path> all = new ArrayList<>();
    for (String base : List.of("ProgramFiles", "LOCALAPPDATA")) {
      String value = programs.variable(base);
      if (!value.isEmpty()) {
        all.add(Path.of(value, "pgAdmin 4"));
        all.add(Path.of(value, "Programs", "pgAdmin 4"));
      }
    }
    return List.copyOf(all);
  }

  /** Python as pgAdmin has it, and its script, below that directory. */
  private List<Path> parts(Path root) {
    return switch (os) {
      case LINUX -> List.of(root.resolve("venv/bin/python3"), root.resolve("web/setup.py"));
      case MAC ->
          List.of(
              root.resolve("Frameworks/Python.framework/Versions/Current/bin/python3"),
              root.resolve("Resources/web/setup.py"));
      case WINDOWS -> List.of(root.resolve("python/python.exe"), root.resolve("web/setup.py"));
    };
  }

  private List<Path> found() {
    return roots.stream()
        .map(this::parts)
        .filter(parts ->
            programs.find(parts.getFirst().toString()).isPresent() && Files.exists(parts.getLast()))
        .findFirst()
        .orElse(List.of());
  }

  @Override
  public List<String> missing() {
    return found().isEmpty()
        ? roots.stream().map(root -> parts(root).getLast().toString()).toList()
        : List.of();
  }

  @Override
  public void open(Login login, Trust trust, String title, String ended)
      throws IOException, LaunchException, InterruptedException {
    List<Path> parts = found();
    if (parts.isEmpty()) {
      throw new LaunchException(String.join(", ", missing()));
    }
    Path passwords = files.directory(Duration.between(clock.instant(), login.expires()));
    Path definitions = files.directory(PATIENCE);
    boolean added = false;
    try {
      Path passfile =
          PrivateFiles.write(passwords.resolve("pgpass"), ConnectTexts.pgpass(login), false);
      Path servers =
          PrivateFiles.write(
              definitions.resolve("servers.json"), servers(login.target(), title, passfile), false);
      run(parts, servers);
      added = true;
    } finally {
      files.remove(definitions);
      if (!added) {
        files.remove(passwords);
      }
    }
  }

  private void run(List<Path> parts, Path servers)
      throws IOException, LaunchException, InterruptedException {
    List<String> command =
        List.of(
            parts.getFirst().toString(),
            parts.getLast().toString(),
            "load-servers",
            servers.toString());
    Process process = programs.start(command, Map.of());
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroy();
      throw new LaunchException("setup.py load-servers: " + PATIENCE.toSeconds() + " s");
    }
    if (process.exitValue() != 0) {
      throw new LaunchException("setup.py load-servers: " + process.exitValue());
    }
  }

  private static String servers(Target target, String title, Path passfile) {
    return """
    {"Servers": {"1": {
      "Name": %s,
      "Group": "Lakebase",
      "Host": %s,
      "Port": %d,
      "MaintenanceDB": %s,
      "Username": %s,
      "SSLMode": "require",
      "ConnectionParameters": {"sslmode": "require", "passfile": %s}
    }}}
    """
        .formatted(
            json(title),
            json(target.host()),
            target.port(),
            json(target.database()),
            json(target.user()),
            json(passfile.toString()));
  }

  /** A JSON string of a text without control characters. */
  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
