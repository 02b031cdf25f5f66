package lakebase.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A commit that fails, as on a full disk, harms only those who waited for it. */
class LedgerThreadTest {

  private final List<String> done = new ArrayList<>();
  private volatile boolean isFull;
  private volatile boolean isLost;

  @Test
  void goesOnFromWhatIsOnTheDisk() {
    LedgerThread thread = new LedgerThread(this::commit, this::reopen);
    assertThat(thread.call(() -> "a", true)).isEqualTo("a");

    isFull = true;
    assertThatThrownBy(() -> thread.call(() -> "b", true))
        .isInstanceOf(LedgerException.class)
        .hasMessage("The state of the local workspace cannot be written.");
    assertThat(thread.call(() -> "read", false)).isEqualTo("read");
    isFull = false;

    assertThat(thread.call(() -> "c", true)).isEqualTo("c");
    thread.close(() -> done.add("closed"));
    assertThat(done).containsExactly("commit", "failed", "reopened", "commit", "closed");
  }

  @Test
  void failsUntilItCanBeReadAgain() {
    LedgerThread thread = new LedgerThread(this::commit, this::reopen);
    isFull = true;
    isLost = true;
    assertThatThrownBy(() -> thread.call(() -> "b", true)).isInstanceOf(LedgerException.class);

    assertThatThrownBy(() -> thread.call(() -> "read", false))
        .isInstanceOf(LedgerException.class)
        .hasMessage("The state of the local workspace cannot be read.");
    isLost = false;

    assertThat(thread.call(() -> "read", false)).isEqualTo("read");
    thread.close(() -> done.add("closed"));
  }

  private void commit() {
    done.add(isFull ? "failed" : "commit");
    if (isFull) {
      throw new IllegalStateException("no space left on the disk");
    }
  }

  private void reopen() {
    if (isLost) {
      throw new IllegalStateException("gone");
    }
    done.add("reopened");
  }
}
