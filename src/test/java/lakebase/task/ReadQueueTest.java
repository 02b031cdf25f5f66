package lakebase.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lakebase.task.ReadQueue.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadQueueTest {

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final ReadQueue queue = new ReadQueue(executor, 2);
  private final List<String> began = new CopyOnWriteArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    queue.close();
    executor.shutdownNow();
  }

  @Test
  void whatIsAskedForWhileItIsUnderWayIsReadOnceMoreAfterwards() throws InterruptedException {
    CountDownLatch underWay = new CountDownLatch(1);
    queue.submit(
        "a",
        Urgency.NOW,
        () -> {
          began.add("first");
          underWay.countDown();
          hold();
          began.add("first ended");
        });
    underWay.await();
    queue.submit("a", Urgency.SWEEP, () -> began.add("again"));
    queue.submit("a", Urgency.SWEEP, () -> began.add("a third time"));
    CountDownLatch other = new CountDownLatch(1);
    queue.submit(
        "b",
        Urgency.SWEEP,
        () -> {
          began.add("other");
          other.countDown();
        });
    other.await();
    assertThat(began).as("it holds up no other").containsExactly("first", "other");

    CountDownLatch last = new CountDownLatch(1);
    queue.submit(
        "a",
        Urgency.NOW,
        () -> {
          began.add("again, urgently");
          last.countDown();
        });
    release.countDown();
    last.await();
    assertThat(began).containsExactly("first", "other", "first ended", "again, urgently");
  }

  private void hold() {
    try {
      release.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
