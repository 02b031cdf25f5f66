package lakebase.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LsnTest {

  @ParameterizedTest
  @ValueSource(strings = {"0/0", "0/1A2B3C4D", "16/b374d848", "FFFFFFFF/FFFFFFFF"})
  void positionsOfTheLogAreHeld(String text) {
    assertThat(new Lsn(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "/", "0/", "/0", "0/G", "123456789/0", "0/0/0", " 0/0"})
  void anythingElseIsNot(String text) {
    assertThat(Lsn.isValid(text)).isFalse();
  }
}
