package lakebase.connect.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lakebase.connect.ConnectTexts;
import lakebase.connect.Login;
import lakebase.connect.Target;
import lakebase.connect.Trust;

/**
 * A connection in DBeaver, which is told by its command line where to connect, and reads the
 * password from the file that PGPASSFILE names. That file is removed when the token expires. A
 * DBeaver that runs already does not see the variable, and asks for the password.
 */
final class DbeaverOpener implements Opener {

  private final Programs programs;
  private final PrivateFiles files;
  private final InstantSource clock;
  private final Places dbeaver;

  DbeaverOpener(Programs programs, PrivateFiles files, Os os, InstantSource clock) {
    this.programs = programs;
    this.files = files;
    this.clock = clock;
    this.dbeaver = new Places(programs, names(programs, os));
  }

  private static List<String> names(Programs programs, Os os) {
    return switch (os) {
      case LINUX ->
          List.of(
              "dbeaver",
              "dbeaver-ce",
              "dbeaver-ee",
              "/usr/share/dbeaver-ce/dbeaver",
              "/opt/dbeaver/dbeaver",
              "/snap/bin/dbeaver-ce");
      case MAC ->
          List.of(
              "/Applications/DBeaver.app/Contents/MacOS/dbeaver",
              "/Applications/DBeaverCommunity.app/Contents/MacOS/dbeaver",
              "/Applications/DBeaverEE.app/Contents/MacOS/dbeaver");
      case WINDOWS -> {
        List<String> all = new ArrayList<>(List.of("dbeaver"));
        for (String base : List.of("ProgramFiles", "LOCALAPPDATA")) {
          if (!programs.variable(base).isEmpty()) {
            all.add(Path.of(programs.variable(base), "DBeaver", "dbeaver.exe").toString());
          }
        }
        yield List.copyOf(all);
      }
    };
  }

  @Override
  public List<String> missing() {
    return dbeaver.missing();
  }

  @Override
  public void open(Login login, Trust trust, String title, String ended)
      throws IOException, LaunchException {
    Path program = dbeaver.find().orElseThrow(() -> new LaunchException("dbeaver"));
    Target target = login.target();
    if ((target.host() + target.database() + target.user()).contains("|")) {
      throw new LaunchException("DBeaver cannot be told a name with |");
    }
    Path directory = files.directory(Duration.between(clock.instant(), login.expires()));
    try {
      Path passwords =
          PrivateFiles.write(directory.resolve("pgpass"), ConnectTexts.pgpass(login), false);
      programs.start(
          List.of(program.toString(), "-con", connection(target, title)),
          Map.of("PGPASSFILE", passwords.toString()));
    } catch (IOException e) {
      files.remove(directory);
      throw e;
    }
  }

  private static String connection(Target target, String title) {
    return String.join(
        "|",
        "driver=postgresql",
        "name=" + title.replace('|', '/'),
        "host=" + target.host(),
        "port=" + target.port(),
        "database=" + target.database(),
        "user=" + target.user(),
        "auth=postgres_pgpass",
        "prop.sslmode=require",
        "create=true",
        "save=false",
        "savePassword=false",
        "connect=true",
        "openConsole=true");
  }
}
