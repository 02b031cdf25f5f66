package lakebase.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import lakebase.local.engine.DataPlaneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unpacking of PostgreSQL's programs. */
class BinariesTest {

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 18})
  void everySupportedVersionRuns(int major) throws Exception {
    Installation installation = new Binaries(Servers.CACHE).of(major);

    String version = installation.run("postgres", List.of("--version")).text();

    assertTrue(version.startsWith("postgres (PostgreSQL) " + major + "."), version);
  }

  @Test
  void isUnpackedOnceAndAnewWhenDamaged() throws Exception {
    Path programs = new Binaries(temporary).of(17).directory();
    Path postgres = programs.resolve("bin/postgres");
    FileTime first = Files.getLastModifiedTime(programs.resolve("files.txt"));
    assertTrue(Files.isExecutable(postgres));
    assertTrue(Files.isSymbolicLink(programs.resolve("lib/libpq.so.5")));

    assertEquals(programs, new Binaries(temporary).of(17).directory());
    assertEquals(first, Files.getLastModifiedTime(programs.resolve("files.txt")));

    Files.write(postgres, new byte[] {1, 2, 3});
    Installation mended = new Binaries(temporary).of(17);

    assertEquals(programs, mended.directory());
    assertTrue(mended.run("postgres", List.of("--version")).succeeded());
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(programs), left.toList());
    }
  }

  @Test
  void aVersionThatDoesNotComeWithTheConsoleIsNamed() {
    DataPlaneException e =
        assertThrows(DataPlaneException.class, () -> new Binaries(temporary).of(9));

    assertEquals("This console has no PostgreSQL 9 for this computer.", e.getMessage());
    assertFalse(Files.exists(temporary.resolve("postgres-9")));
  }
}
