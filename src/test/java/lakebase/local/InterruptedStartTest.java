package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Duration;
import lakebase.local.http.LocalServer;
import org.junit.jupiter.api.Test;

/** A server whose start is cancelled, as when the console is closed at once. */
class InterruptedStartTest {

  @Test
  void aCancelledStartSaysSoAndIsStillCancelledAfterwards() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> LocalServer.start(0, Duration.ZERO, _ -> {}).close())
          .isInstanceOf(InterruptedIOException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
