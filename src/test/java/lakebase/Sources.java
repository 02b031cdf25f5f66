package lakebase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's own source files, for the tests that read them. */
final class Sources {

  /** Maven runs the tests in the project's directory. */
  static final Path PROJECT = Path.of("").toAbsolutePath();

  private Sources() {}

  /** Every Java file under a directory of the project, in a stable order. */
  static List<Path> javaFiles(String directory) throws IOException {
    try (var files = Files.walk(PROJECT.resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
