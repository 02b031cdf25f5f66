package lakebase.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUriTest {

  @ParameterizedTest
  @CsvSource({
    "https://dbc-1.cloud.databricks.com/?o=1, https://dbc-1.cloud.databricks.com",
    "http://localhost:8080/x, http://localhost:8080",
    "HTTP://127.0.0.1:1, http://127.0.0.1:1",
    "http://[::1]:1, http://[::1]:1"
  })
  void goodAddressesAreReducedToTheHost(String given, String used) {
    assertThat(BaseUri.checked(URI.create(given))).hasToString(used);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://10.0.0.1",
        "ftp://localhost",
        "https://user:pw@example.com",
        "example.com",
        "https:///x"
      })
  void othersAreRefused(String given) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaseUri.checked(URI.create(given)))
        .withMessageNotContaining("pw");
  }

  @Test
  void retryAfterHasTwoForms() {
    Instant now = Instant.parse("2026-01-29T18:00:00Z");
    assertThat(RetryAfter.parse(" 12 ", now)).isEqualTo(Duration.ofSeconds(12));
    assertThat(RetryAfter.parse("Thu, 29 Jan 2026 18:01:00 GMT", now))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryAfter.parse("Thu, 29 Jan 2026 17:00:00 GMT", now)).isZero();
    for (String odd : new String[] {"", "-1", "soon", "99999999999"}) {
      assertThat(RetryAfter.parse(odd, now)).isNull();
    }
  }
}
