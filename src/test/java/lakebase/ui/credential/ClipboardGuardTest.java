package lakebase.ui.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import lakebase.model.Secret;
import org.junit.jupiter.api.Test;

final class ClipboardGuardTest {

  private static final Secret TOKEN = new Secret("eyJ-one");

  private final FakeTime time = new FakeTime();
  private final FakeBoard board = new FakeBoard();
  private final ClipboardGuard guard = new ClipboardGuard(board, time, time);

  private Instant in(Duration duration) {
    return time.instant().plus(duration);
  }

  @Test
  void wipesAfterAMinute() {
    guard.copy(TOKEN, in(Duration.ofHours(1)));
    assertThat(board.text()).isEqualTo("eyJ-one");
    time.pass(Duration.ofSeconds(59));
    assertThat(board.text()).isEqualTo("eyJ-one");
    assertThat(guard.left()).isEqualTo(Duration.ofSeconds(1));
    time.pass(Duration.ofSeconds(1));
    assertThat(board.text()).isEmpty();
    assertThat(guard.left()).isZero();
  }

  @Test
  void wipesAtTheExpiryIfThatIsSooner() {
    guard.copy(TOKEN, in(Duration.ofSeconds(10)));
    time.pass(Duration.ofSeconds(10));
    assertThat(board.text()).isEmpty();
  }

  @Test
  void leavesWhatWasCopiedAfterwards() {
    guard.copy(TOKEN, in(Duration.ofHours(1)));
    board.put("something else");
    time.pass(Duration.ofMinutes(2));
    assertThat(board.text()).isEqualTo("something else");
  }

  @Test
  void startsTheMinuteAnewWithASecondCopy() {
    guard.copy(TOKEN, in(Duration.ofHours(1)));
    time.pass(Duration.ofSeconds(40));
    guard.copy(new Secret("eyJ-two"), in(Duration.ofHours(1)));
    time.pass(Duration.ofSeconds(40));
    assertThat(board.text()).isEqualTo("eyJ-two");
    time.pass(Duration.ofSeconds(20));
    assertThat(board.text()).isEmpty();
  }

  @Test
  void neverCopiesAnExpiredToken() {
    guard.copy(TOKEN, in(Duration.ofSeconds(-1)));
    assertThat(board.text()).isEmpty();
  }

  @Test
  void wipesNowWhenAsked() {
    guard.copy(TOKEN, in(Duration.ofHours(1)));
    guard.wipe();
    assertThat(board.text()).isEmpty();
    board.put("mine");
    time.pass(Duration.ofMinutes(2));
    assertThat(board.text()).isEqualTo("mine");
  }
}
