package lakebase.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollDelaysTest {

  @Test
  void growsFromOneSecondToFive() {
    PollDelays delays = new PollDelays(Desk.jitterless());
    assertThat(IntStream.range(0, 7).mapToObj(delays::afterAnswers).map(Duration::toMillis))
        .containsExactly(1_000L, 1_500L, 2_250L, 3_375L, 5_000L, 5_000L, 5_000L);
  }

  @Test
  void failuresDoubleToHalfAMinute() {
    PollDelays delays = new PollDelays(Desk.jitterless());
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(delays::afterFailures).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void jitterStaysWithinATenth() {
    PollDelays delays = new PollDelays(new Random(1));
    assertThat(IntStream.range(0, 1_000).mapToLong(_ -> delays.afterAnswers(9).toMillis()).boxed())
        .allMatch(millis -> millis >= 4_500 && millis <= 5_500)
        .anyMatch(millis -> millis < 4_600)
        .anyMatch(millis -> millis > 5_400);
  }

  @Test
  void neverEndingWaitsDoNotOverflow() {
    PollDelays delays = new PollDelays(Desk.jitterless());
    assertThat(delays.afterAnswers(100_000)).isEqualTo(Duration.ofSeconds(5));
    assertThat(delays.afterFailures(100_000)).isEqualTo(Duration.ofSeconds(30));
  }
}
