package lakebase.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

  @TempDir private Path directory;

  @Test
  void anInterruptedThreadReadsAndWritesAllTheSame() {
    JsonFile file = new JsonFile(directory.resolve("some.json"));
    file.write(JsonFile.object().put("kept", 1));

    Thread.currentThread().interrupt();
    file.write(file.read().put("added", 2));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(file.read().toString()).isEqualTo("{\"kept\":1,\"added\":2}");
  }
}
