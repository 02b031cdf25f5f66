package lakebase;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the application keeps its files: settings, the local workspace's state, and what can be
 * made again. By each system's own rule: the XDG base directories on Linux, {@code ~/Library} on
 * macOS, {@code %APPDATA%} and {@code %LOCALAPPDATA%} on Windows. The system property or
 * environment variable {@value #HOME} puts all three under one directory instead.
 *
 * @param config settings and running operations
 * @param data the local workspace's state
 * @param cache what may be deleted at any time
 */
public record Directories(Path config, Path data, Path cache) {

  /** Name of the system property; the environment variable is {@code LAKEBASE_HOME}. */
  public static final String HOME = "lakebase.home";

  private static final String LINUX_NAME = "lakebase-console";
  private static final String TITLE = "Lakebase Console";

  /** The directories of this process, created if missing, for the user alone (mode 0700). */
  public static Directories open() throws IOException {
    var home =
        System.getProperty(HOME, "").isBlank()
            ? System.getenv("LAKEBASE_HOME")
            : System.getProperty(HOME);
    var directories =
        home == null || home.isBlank()
            ? of(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System::getenv)
            : under(Path.of(home).toAbsolutePath());
    for (var directory : List.of(directories.config, directories.data, directories.cache)) {
      create(directory);
    }
    return directories;
  }

  /** All three under one directory. */
  public static Directories under(Path home) {
    return new Directories(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
  }

  /** The directories by the rule of the named system; touches no file. */
  static Directories of(String osName, Path user, Function<String, @Nullable String> environment) {
    var os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      var roaming =
          base(environment.apply("APPDATA"), user.resolve("AppData/Roaming")).resolve(TITLE);
      var local =
          base(environment.apply("LOCALAPPDATA"), user.resolve("AppData/Local")).resolve(TITLE);
      return new Directories(roaming, local.resolve("data"), local.resolve("cache"));
    }
    if (os.startsWith("mac")) {
      var support = user.resolve("Library/Application Support").resolve(TITLE);
      return new Directories(
          support.resolve("config"),
          support.resolve("data"),
          user.resolve("Library/Caches").resolve(TITLE));
    }
    return new Directories(
        base(environment.apply("XDG_CONFIG_HOME"), user.resolve(".config")).resolve(LINUX_NAME),
        base(environment.apply("XDG_DATA_HOME"), user.resolve(".local/share")).resolve(LINUX_NAME),
        base(environment.apply("XDG_CACHE_HOME"), user.resolve(".cache")).resolve(LINUX_NAME));
  }

  /** The XDG rule: a relative path is invalid and is ignored. */
  private static Path base(@Nullable String named, Path usual) {
    return named == null || !Path.of(named).isAbsolute() ? usual : Path.of(named);
  }

  private static void create(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(directory, ownerOnly);
    } else {
      Files.createDirectories(directory);
    }
  }
}
