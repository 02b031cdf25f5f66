package lakebase.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import lakebase.model.SizeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of numbers and times. */
class FormatsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:14:03Z");

  private final Formats english = in(Locale.ENGLISH);
  private final Formats german = in(Locale.GERMAN);

  private static Formats in(Locale locale) {
    return new Formats(new Texts(locale), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT59S, 59 s",
    "PT90S, 1 min 30 s",
    "PT5M, 5 min",
    "PT24H, 1 d",
    "P7D, 7 d",
    "PT25H, 1 d 1 h"
  })
  void tellsADurationToItsLastSecond(Duration duration, String text) {
    assertThat(english.duration(duration)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT12S, 12 s",
    "PT89S, 89 s",
    "PT59M59S, 60 min",
    "PT23H59M59S, 1 d",
    "PT71H59M59S, 3 d",
    "PT5H10M, 5 h"
  })
  void roundsADurationToTheUnitThatFits(Duration duration, String text) {
    assertThat(english.rough(duration)).isEqualTo(text);
  }

  @Test
  void saysHowLongAgoAndInHowLong() {
    assertThat(english.relative(NOW.minusSeconds(12))).isEqualTo("12 s ago");
    assertThat(english.relative(NOW.plus(Duration.ofDays(3)))).isEqualTo("in 3 d");
    assertThat(german.relative(NOW.minusSeconds(12))).isEqualTo("vor 12 s");
    assertThat(english.relative(NOW)).isEqualTo("just now");
  }

  @Test
  void writesSizesInTheLanguage() {
    assertThat(english.size(new SizeRange(0.5, 2))).isEqualTo("0.5–2 CU");
    assertThat(german.size(new SizeRange(0.5, 2))).isEqualTo("0,5–2 CU");
    assertThat(english.bytes(1_288_490_189)).isEqualTo("1.2 GB");
  }
}
