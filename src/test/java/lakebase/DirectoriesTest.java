package lakebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DirectoriesTest {

  private static final Path USER = Path.of("/home/ada");

  @Test
  void linuxFollowsXdg() {
    var environment = Map.of("XDG_CONFIG_HOME", "/etc/ada", "XDG_DATA_HOME", "relative/is/ignored");
    assertThat(Directories.of("Linux", USER, environment::get))
        .isEqualTo(
            new Directories(
                Path.of("/etc/ada/lakebase-console"),
                USER.resolve(".local/share/lakebase-console"),
                USER.resolve(".cache/lakebase-console")));
  }

  @Test
  void macKeepsAllInTheLibrary() {
    assertThat(Directories.of("Mac OS X", USER, _ -> null))
        .isEqualTo(
            new Directories(
                USER.resolve("Library/Application Support/Lakebase Console/config"),
                USER.resolve("Library/Application Support/Lakebase Console/data"),
                USER.resolve("Library/Caches/Lakebase Console")));
  }

  @Test
  void windowsKeepsTheStateLocal() {
    var environment = Map.of("LOCALAPPDATA", "/c/local", "APPDATA", "/c/roaming");
    assertThat(Directories.of("Windows 11", USER, environment::get))
        .isEqualTo(
            new Directories(
                Path.of("/c/roaming/Lakebase Console"),
                Path.of("/c/local/Lakebase Console/data"),
                Path.of("/c/local/Lakebase Console/cache")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theTestsOwnDirectoriesAreForTheUserAlone() throws IOException {
    var directories = Directories.open();
    var home = Path.of(System.getProperty(Directories.HOME)).toAbsolutePath();
    assertThat(directories).isEqualTo(Directories.under(home));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directories.data())))
        .isEqualTo("rwx------");
  }
}
