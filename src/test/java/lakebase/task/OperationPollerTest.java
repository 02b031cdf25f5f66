package lakebase.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import lakebase.api.ApiException;
import lakebase.model.ApiFailure;
import lakebase.model.BranchName;
import lakebase.model.Operation;
import lakebase.model.OperationName;
import lakebase.model.ProjectName;
import lakebase.state.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OperationPollerTest {

  private static final BranchName BRANCH = ProjectName.of("shop").branch("pr-1841");
  private static final OperationName NAME = InMemoryApi.nameOf(BRANCH);

  private final FakeTime time = new FakeTime();
  private final InMemoryApi api = new InMemoryApi();
  private final OperationPoller poller = new OperationPoller(time, time, Desk.jitterless());
  private final List<String> told = new ArrayList<>();

  private final OperationPoller.Watcher watcher =
      new OperationPoller.Watcher() {
        @Override
        public void paused(ApiFailure reason) {
          told.add("paused " + reason.getClass().getSimpleName());
        }

        @Override
        public void resumed() {
          told.add("resumed");
        }
      };

  @Test
  void asksAfterASecondAndThenLessOften() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      api.nextOperation(() -> InMemoryApi.running(BRANCH));
    }
    api.nextOperation(() -> InMemoryApi.done(BRANCH));

    assertThat(await().isDone()).isTrue();
    assertThat(time.sleeps().stream().map(Duration::toMillis))
        .containsExactly(1_000L, 1_500L, 2_250L, 3_375L, 5_000L, 5_000L);
    assertThat(told).isEmpty();
  }

  @Test
  void aLostNetworkPausesAndDoesNotFail() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      api.nextOperationFails(Samples.network());
    }
    api.nextOperation(() -> InMemoryApi.done(BRANCH));

    assertThat(await().isDone()).isTrue();
    assertThat(told)
        .containsExactly("paused Network", "paused Network", "paused Network", "resumed");
    assertThat(time.sleeps().stream().map(Duration::toSeconds)).containsExactly(1L, 1L, 2L, 4L);
  }

  @Test
  void anExpiredSignInPausesToo() throws InterruptedException {
    api.nextOperationFails(Samples.unauthorized());
    api.nextOperation(() -> InMemoryApi.done(BRANCH));

    assertThat(await().isDone()).isTrue();
    assertThat(told).containsExactly("paused Unauthorized", "resumed");
  }

  @Test
  void retryAfterIsObeyed() throws InterruptedException {
    api.nextOperationFails(Samples.limited(Duration.ofSeconds(17)));
    api.nextOperation(() -> InMemoryApi.done(BRANCH));

    await();
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(17));
  }

  @Test
  void retryAfterHoldsForEverythingOfThatWorkspace() throws InterruptedException {
    FakeTime other = new FakeTime();
    OperationPoller shared = new OperationPoller(time, other, Desk.jitterless());
    AtomicInteger calls = new AtomicInteger();
    Call<Integer> limitedOnce =
        () -> {
          if (calls.incrementAndGet() == 1) {
            throw new ApiException(Samples.limited(Duration.ofSeconds(17)));
          }
          return calls.get();
        };
    shared.until(WorkspaceId.LOCAL, limitedOnce, _ -> true, watcher);
    int before = other.sleeps().size();

    // The clock stands still, so the other workspace's wait is over and this one's is not.
    shared.until(new WorkspaceId("eu"), () -> 1, _ -> true, watcher);
    assertThat(other.sleeps()).hasSize(before);
    shared.until(WorkspaceId.LOCAL, () -> 1, _ -> true, watcher);
    assertThat(other.sleeps().getLast()).isEqualTo(Duration.ofSeconds(17));
    assertThat(other.sleeps()).hasSize(before + 1);
  }

  @Test
  void notFoundEndsTheWatch() {
    api.nextOperationFails(Samples.notFound());
    assertThatThrownBy(this::await).isInstanceOf(ApiException.class);
    assertThat(told).isEmpty();
  }

  @Test
  void oneOperationIsNeverAskedForTwiceAtOnce() throws InterruptedException {
    AtomicBoolean refused = new AtomicBoolean();
    api.nextOperation(() -> {
      assertThatThrownBy(this::await).isInstanceOf(IllegalStateException.class);
      refused.set(true);
      return InMemoryApi.done(BRANCH);
    });

    await();
    assertThat(refused).isTrue();
    assertThat(api.count("poll " + NAME)).isEqualTo(1);

    api.nextOperation(() -> InMemoryApi.done(BRANCH));
    assertThat(await().isDone()).as("it can be watched again afterwards").isTrue();
  }

  @Test
  void requestsAtATimeAreLimited() throws InterruptedException {
    CountDownLatch full = new CountDownLatch(OperationPoller.PARALLEL);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3 * OperationPoller.PARALLEL; i++) {
      threads.add(
          Thread.startVirtualThread(() -> {
            try {
              poller.until(
                  WorkspaceId.LOCAL,
                  () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    full.countDown();
                    release.await();
                    return now.getAndDecrement();
                  },
                  _ -> true,
                  watcher);
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
          }));
    }
    full.await();
    release.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(most).hasValue(OperationPoller.PARALLEL);
  }

  @Test
  @Timeout(20)
  void aWorkspaceThatHangsHoldsUpNoOther() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(OperationPoller.PARALLEL);
    CountDownLatch never = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < OperationPoller.PARALLEL; i++) {
      threads.add(
          Thread.startVirtualThread(() -> {
            try {
              poller.until(
                  new WorkspaceId("hangs"),
                  () -> {
                    asked.countDown();
                    never.await();
                    return "";
                  },
                  _ -> true,
                  watcher);
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
          }));
    }
    asked.await();
    assertThat(poller.until(WorkspaceId.LOCAL, () -> "answer", _ -> true, watcher))
        .isEqualTo("answer");
    threads.forEach(Thread::interrupt);
  }

  private Operation await() throws InterruptedException {
    return poller.awaitEnd(WorkspaceId.LOCAL, api, NAME, watcher);
  }
}
