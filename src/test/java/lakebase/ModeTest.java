package lakebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModeTest {

  @Test
  void noArgumentOpensTheConsole() {
    assertThat(Mode.parse()).isEqualTo(new Mode.Console());
  }

  @Test
  void theTourIsAsked() {
    assertThat(Mode.parse("--tour")).isEqualTo(new Mode.Tour());
  }

  @Test
  void aServerTakesItsDirectoryAndPort() {
    assertThat(Mode.parse("--serve", "--data=/tmp/a=b", "--port=8080"))
        .isEqualTo(new Mode.Serve(Optional.of("/tmp/a=b"), OptionalInt.of(8080)));
  }

  @Test
  void anOptionWithoutValueIsAbsent() {
    assertThat(Mode.parse("--serve", "--data=", "--port="))
        .isEqualTo(new Mode.Serve(Optional.empty(), OptionalInt.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--port=x", "--port=65536", "--port=-1", "--server", "--serve=x", "--data"})
  void aMistakeIsNamed(String argument) {
    assertThatThrownBy(() -> Mode.parse("--serve", argument))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(argument.substring(argument.indexOf('=') + 1));
  }
}
