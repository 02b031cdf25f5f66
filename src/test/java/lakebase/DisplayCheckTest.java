package lakebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DisplayCheckTest {

  @Test
  void anUnsetDisplayIsSaidInOneLine() {
    assertThat(DisplayCheck.displayProblem(""))
        .get()
        .asString()
        .contains("DISPLAY")
        .doesNotContain("\n");
  }

  @Test
  void aDisplayNobodyServesIsNamed() {
    assertThat(DisplayCheck.displayProblem(":4711")).get().asString().contains("DISPLAY=:4711");
  }

  @Test
  void aDisplayThatAnswersIsEnough() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var number = server.getLocalPort() - 6000;
      assertThat(DisplayCheck.displayProblem("localhost:" + number + ".0")).isEmpty();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aLibraryIsFoundOrNamedWithTheWayToGetIt() {
    assertThat(DisplayCheck.libraryProblem("libc.so.6")).isEmpty();
    assertThat(DisplayCheck.libraryProblem("libnone.so.9"))
        .get()
        .asString()
        .contains("libnone.so.9", "apt-get install")
        .doesNotContain("\n");
  }
}
