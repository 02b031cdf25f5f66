package lakebase.connect.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lakebase.connect.ConnectTexts;
import lakebase.connect.Login;
import lakebase.connect.Target;
import lakebase.connect.Trust;

/**
 * psql in a terminal. On Windows the password is in its environment. Elsewhere a terminal may be a
 * window of a process that runs already, and knows another environment: there a script reads the
 * password from a file, removes both, and starts psql.
 */
final class PsqlOpener implements Opener {

  /** A terminal that has not run the script by then does not run it. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** With a space, by which start knows a title from a program. */
  private static final String TITLE = "Lakebase Console";

  @SuppressWarnings("InlineFormatString") // apart, so that it reads as the script it is
  private static final String SCRIPT =
      """
      #!/bin/sh
      dir=${0%%/*}
      PGPASSWORD=$(cat "$dir/password") || exit 1
      rm -f -- "$dir/password" "$0"
      rmdir -- "$dir"
      export PGPASSWORD
      %s %s
      status=$?
      if [ "$status" -ne 0 ]; then
        printf '\\n%%s ' %s
        read -r _
      fi
      """;

  private final Programs programs;
  private final PrivateFiles files;
  private final Os os;
  private final Places psql;

  PsqlOpener(Programs programs, PrivateFiles files, Os os) {
    this.programs = programs;
    this.files = files;
    this.os = os;
    this.psql =
        new Places(
            programs,
            switch (os) {
              case LINUX -> List.of("psql");
              case MAC ->
                  List.of(
                      "psql",
                      "/opt/homebrew/bin/psql",
                      "/opt/homebrew/opt/libpq/bin/psql",
                      "/usr/local/bin/psql",
                      "/Applications/Postgres.app/Contents/Versions/latest/bin/psql");
              case WINDOWS -> List.of("psql");
            });
  }

  @Override
  public List<String> missing() {
    List<String> missing = new ArrayList<>(psql.missing());
    if (os == Os.LINUX && Terminals.command(programs, Path.of("psql")).isEmpty()) {
      missing.addAll(Terminals.names(programs));
    }
    return missing;
  }

  @Override
  public void open(Login login, Trust trust, String title, String ended)
      throws IOException, LaunchException {
    Path program = psql.find().orElseThrow(() -> new LaunchException("psql"));
    if (os == Os.WINDOWS) {
      programs.start(
          List.of("cmd.exe", "/c", "start", TITLE, "cmd.exe", "/k", "psql"),
          environment(login, trust));
      return;
    }
    Path directory = files.directory(PATIENCE);
    try {
      PrivateFiles.write(directory.resolve("password"), login.password().reveal(), false);
      String text =
          SCRIPT.formatted(
              word(program.toString()),
              word(ConnectTexts.conninfo(login.target(), tls(trust))),
              word(ended));
      Path script = PrivateFiles.write(directory.resolve("connect.command"), text, true);
      programs.start(terminal(script), Map.of());
    } catch (IOException | LaunchException e) {
      files.remove(directory);
      throw e;
    }
  }

  private List<String> terminal(Path script) throws LaunchException {
    return os == Os.MAC
        ? List.of("open", "-a", "Terminal", script.toString())
        : Terminals.command(programs, script)
            .orElseThrow(() -> new LaunchException(String.join(", ", Terminals.names(programs))));
  }

  /** A word of the shell, always quoted. */
  private static String word(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /**
   * psql knows no system's authorities before its version 16; the workspace's own it can verify.
   */
  private static String tls(Trust trust) {
    return authority(trust)
        .map(file -> "sslmode=verify-full sslrootcert=" + conninfo(file.toString()))
        .orElse("sslmode=require");
  }

  /** The local workspace makes it for its first client, which psql may be. */
  private static Optional<Path> authority(Trust trust) {
    return trust.authority().filter(Files::exists);
  }

  private static String conninfo(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static Map<String, String> environment(Login login, Trust trust) {
    Target target = login.target();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("PGHOST", target.host());
    all.put("PGPORT", Integer.toString(target.port()));
    all.put("PGDATABASE", target.database());
    all.put("PGUSER", target.user());
    all.put("PGPASSWORD", login.password().reveal());
    all.put("PGSSLMODE", authority(trust).isPresent() ? "verify-full" : "require");
    authority(trust).ifPresent(file -> all.put("PGSSLROOTCERT", file.toString()));
    return all;
  }
}
