package lakebase.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's programs, which come with the console as an archive a major version and are unpacked
 * at their first use. Any thread.
 */
public final class Binaries {

  private static final String RESOURCES = "/lakebase/postgres/";
  private static final int NAME_DIGITS = 16;

  private final Path cache;
  private final Map<Integer, Installation> known = new ConcurrentHashMap<>();
  private final ReentrantLock unpacking = new ReentrantLock();

  /**
   * Unpacked below that directory, which other processes may use for the same.
   *
   * @param cache is made when it is missing
   */
  public Binaries(Path cache) {
    this.cache = cache.toAbsolutePath().normalize();
  }

  /**
   * The programs of that major version, unpacked and tried.
   *
   * @throws DataPlaneException when there are none for this platform, or they do not run
   */
  Installation of(int major) throws InterruptedException {
    Installation installation = known.get(major);
    if (installation != null) {
      return installation;
    }
    unpacking.lockInterruptibly();
    try {
      Installation there = known.get(major);
      Installation made = there == null ? install(major) : there;
      known.put(major, made);
      return made;
    } catch (IOException e) {
      throw new DataPlaneException(
          Kind.FAILED, "PostgreSQL " + major + " cannot be unpacked: " + e.getMessage(), e);
    } finally {
      unpacking.unlock();
    }
  }

  private Installation install(int major) throws IOException, InterruptedException {
    URL archive =
        archive(major)
            .orElseThrow(() ->
                new DataPlaneException(
                    Kind.FAILED,
                    "This console has no PostgreSQL " + major + " for this computer."));
    Map<String, byte[]> extension = ExtensionFiles.read();
    Path directory = cache.resolve("postgres-" + major + "-" + hash(archive, extension));
    Installation installation = new Installation(major, directory);
    if (!Unpacked.isWhole(directory)) {
      Files.createDirectories(cache);
      try (InputStream in = archive.openStream()) {
        Unpacked.make(directory, in, extension);
      }
    }
    installation.tryOut();
    return installation;
  }

  private static Optional<URL> archive(int major) {
    return names().stream()
        .map(name -> RESOURCES + major + "/postgres-" + name + ".txz")
        .map(Binaries::resource)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<URL> resource(String name) {
    @Nullable URL url = Binaries.class.getResource(name);
    return Optional.ofNullable(url);
  }

  /** The archive's names for this platform, the native one first. */
  private static List<String> names() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "");
    String system =
        os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
    boolean arm = arch.equals("aarch64");
    String emulated = system + "-x86_64";
    return arm && system.equals("linux")
        ? List.of("linux-arm_64")
        : arm ? List.of(system + "-arm_64", emulated) : List.of(emulated);
  }

  private static String hash(URL archive, Map<String, byte[]> extension) throws IOException {
    try (InputStream in = archive.openStream()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(in.readAllBytes());
      extension.forEach((name, content) -> {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      });
      return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
