package lakebase.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputeLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "0.5, 104",
    "1, 209",
    "2, 419",
    "3, 629",
    "4, 839",
    "8, 1678",
    "16, 3357",
    "32, 4000",
    "64, 4000",
    "112, 4000"
  })
  void connectionsAreTheDocumentedFigures(double cu, int connections) {
    assertThat(ComputeLimits.maxConnections(cu)).isEqualTo(connections);
  }

  @Test
  void connectionsNeverShrinkWithTheSize() {
    int[] figures =
        Arrays.stream(ComputeLimits.steps()).mapToInt(ComputeLimits::maxConnections).toArray();
    assertThat(figures).isSorted();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "0.5, 0.5, -",
        "0.5, 16, -",
        "8, 24, -",
        "48, 64, -",
        "80, 80, -",
        "112, 112, -",
        "0.4, 1, TOO_SMALL",
        "0, 0, TOO_SMALL",
        "NaN, 1, TOO_SMALL",
        "113, 113, TOO_LARGE",
        "1.5, 2, NOT_A_STEP",
        "1, 2.5, NOT_A_STEP",
        "4, 2, ENDS_CROSSED",
        "64, 65, FIXED_ONLY",
        "8, 25, SPREAD_TOO_WIDE"
      },
      nullValues = "-")
  void rangesAreJudged(double min, double max, ComputeLimits.@Nullable Problem problem) {
    assertThat(ComputeLimits.problem(new SizeRange(min, max)))
        .isEqualTo(Optional.ofNullable(problem));
  }

  @Test
  void everyStepIsAGoodFixedSize() {
    assertThat(ComputeLimits.steps()).startsWith(0.5, 1, 2).endsWith(63, 64).hasSize(65);
    for (double cu : ComputeLimits.steps()) {
      assertThat(ComputeLimits.problem(SizeRange.fixed(cu))).isEmpty();
      assertThat(ComputeLimits.memoryGb(cu)).isEqualTo(2 * cu);
    }
  }
}
