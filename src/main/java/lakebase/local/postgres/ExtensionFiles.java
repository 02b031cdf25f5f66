package lakebase.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The console's own SQL extensions, which every server offers. */
final class ExtensionFiles {

  private static final String RESOURCES = "lakebase/postgres/extension";

  private ExtensionFiles() {}

  /** Their content by file name, sorted. */
  static Map<String, byte[]> read() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    @Nullable URL url = ExtensionFiles.class.getResource("/" + RESOURCES);
    if (url != null && url.openConnection() instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      try (JarFile file = jar.getJarFile()) {
        read(file, files);
      }
    } else if (url != null) {
      try (Stream<Path> found = Files.list(Path.of(url.toURI()))) {
        found.forEach(path -> files.put(String.valueOf(path.getFileName()), content(path)));
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }
    return files;
  }

  private static void read(JarFile jar, Map<String, byte[]> files) throws IOException {
    Enumeration<JarEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      JarEntry entry = entries.nextElement();
      if (!entry.isDirectory() && entry.getName().startsWith(RESOURCES + "/")) {
        try (InputStream in = jar.getInputStream(entry)) {
          files.put(entry.getName().substring(RESOURCES.length() + 1), in.readAllBytes());
        }
      }
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
