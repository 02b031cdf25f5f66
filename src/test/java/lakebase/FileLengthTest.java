package lakebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The size rule: many small files, so that each can be read in one go. */
class FileLengthTest {

  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_METHOD = 40;
  private static final int MEDIAN_FILE = 80;
  private static final int P90_FILE = 200;

  @Test
  void noFileIsTooLong() throws IOException {
    var tooLong = new ArrayList<String>();
    for (var file : allFiles()) {
      var lines = lines(file);
      if (lines > LONGEST_FILE) {
        tooLong.add(Sources.PROJECT.relativize(file) + ": " + lines + " lines");
      }
    }
    assertThat(tooLong).as("files over %d lines", LONGEST_FILE).isEmpty();
  }

  @Test
  void mostFilesAreSmall() throws IOException {
    var lengths = new ArrayList<Integer>();
    for (var file : Sources.javaFiles("src/main/java")) {
      lengths.add(lines(file));
    }
    lengths.sort(null);
    assertThat(quantile(lengths, 0.5)).as("median file").isLessThanOrEqualTo(MEDIAN_FILE);
    assertThat(quantile(lengths, 0.9))
        .as("90th percentile of the files")
        .isLessThanOrEqualTo(P90_FILE);
  }

  @Test
  void noMethodIsTooLong() throws IOException {
    var tooLong =
        MethodLengths.of(allFiles()).stream()
            .filter(method -> method.lines() > LONGEST_METHOD)
            .map(MethodLengths.Method::toString)
            .toList();
    assertThat(tooLong).as("methods over %d lines", LONGEST_METHOD).isEmpty();
  }

  @Test
  void methodsAreMeasuredFromSignatureToBrace() throws IOException {
    var here = Sources.PROJECT.resolve("src/test/java/lakebase/FileLengthTest.java");
    assertThat(MethodLengths.of(List.of(here)))
        .anySatisfy(method -> {
          assertThat(method.name()).isEqualTo("lines");
          assertThat(method.lines()).isEqualTo(3);
        });
  }

  private static List<Path> allFiles() throws IOException {
    var files = new ArrayList<>(Sources.javaFiles("src/main/java"));
    files.addAll(Sources.javaFiles("src/test/java"));
    return files;
  }

  private static int lines(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }

  private static int quantile(List<Integer> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
