package lakebase.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lakebase.wire.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curl texts do in a real shell what the console does. */
class CurlRunsTest {

  @TempDir Path directory;

  @Test
  void everyActionHasTheEffectOfTheClient() throws Exception {
    try (Twins twins = new Twins(directory)) {
      twins.live(Language.CURL, CurlRunsTest::run);
    }
  }

  private static String run(String text, Place place) throws IOException, InterruptedException {
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", text).redirectErrorStream(true);
    bash.environment().clear();
    bash.environment().put("PATH", System.getenv("PATH"));
    bash.environment().put("LC_ALL", "C.UTF-8");
    bash.environment().putAll(place.environment());
    Process process = bash.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text + "\n" + printed).isZero();
    assertThat(JsonValue.parse(printed)).isInstanceOf(JsonValue.Members.class);
    return printed;
  }
}
