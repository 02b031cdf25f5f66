package lakebase.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"token\":\"hidden\"}",
        "{\"name\":\"x\",\"db_password\" : \"a\\\"hidden\"}",
        "{\"clientSecret\":\"hidden\"}",
        "Authorization: Bearer hidden",
        "seen eyJhbGciOiJSUzI1NiJ9.hidden.hidden in a log",
      })
  void secretsAreTakenOut(String text) {
    assertThat(Redaction.redact(text)).doesNotContain("hidden").contains(Redaction.REDACTED);
  }

  @Test
  void everythingElseStays() {
    String json = "{\"name\":\"projects/shop\",\"uid\":\"ep-calm-river\",\"size\":[1,4]}";
    assertThat(Redaction.redact(json)).isEqualTo(json);
  }
}
