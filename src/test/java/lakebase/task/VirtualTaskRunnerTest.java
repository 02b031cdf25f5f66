package lakebase.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import lakebase.api.ApiException;
import lakebase.model.ApiFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualTaskRunnerTest {

  private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
  private final VirtualTaskRunner runner = new VirtualTaskRunner(fx::add);
  private final List<Outcome<String>> delivered = new ArrayList<>();

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void deliversTheValueThroughTheExecutor() throws InterruptedException {
    runner.run(() -> Thread.currentThread().isVirtual() ? "virtual" : "platform", delivered::add);
    Runnable delivery = fx.take();
    assertThat(delivered).isEmpty();
    delivery.run();
    assertThat(delivered).containsExactly(new Outcome.Success<>("virtual"));
  }

  @Test
  void anApiExceptionEndsAsItsFailure() throws InterruptedException {
    runner.<String>run(
        () -> {
          throw new ApiException(Samples.network());
        },
        delivered::add);
    fx.take().run();
    assertThat(delivered).containsExactly(new Outcome.Failure<>(Samples.network()));
  }

  @Test
  void aDefectIsLoggedOnceAndEndsAsAFailureThatTellsNothing() throws InterruptedException {
    List<LogRecord> logged = new ArrayList<>();
    Logger logger = Logger.getLogger(VirtualTaskRunner.class.getName());
    Handler handler = new Noting(logged);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      runner.<String>run(
          () -> {
            throw new IllegalStateException("could hold anything");
          },
          delivered::add);
      fx.take().run();
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    assertThat(logged).hasSize(1);
    assertThat(delivered)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            ended -> {
              assertThat(ended.failure()).isInstanceOf(ApiFailure.Protocol.class);
              assertThat(ended.failure().toString())
                  .contains(VirtualTaskRunner.DEFECT, "IllegalStateException")
                  .doesNotContain("could hold anything");
            });
  }

  @Test
  void cancellingInterruptsAndDeliversNothing() throws InterruptedException {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Job job =
        runner.run(
            () -> {
              began.countDown();
              try {
                new CountDownLatch(1).await();
                return "never";
              } catch (InterruptedException expected) {
                interrupted.countDown();
                throw expected;
              }
            },
            delivered::add);
    began.await();
    job.cancel();
    interrupted.await();
    // Another call's delivery shows that the executor works, and that nothing came before it.
    runner.run(() -> "next", delivered::add);
    fx.take().run();
    assertThat(delivered).containsExactly(new Outcome.Success<>("next"));
  }

  @Test
  void aDeliveryUnderWayIsHeldBackByCancelling() throws InterruptedException {
    Job job = runner.run(() -> "late", delivered::add);
    Runnable delivery = fx.take();
    job.cancel();
    delivery.run();
    assertThat(delivered).isEmpty();
  }

  /** Keeps what is logged. */
  private static final class Noting extends Handler {

    private final List<LogRecord> logged;

    Noting(List<LogRecord> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord logRecord) {
      logged.add(logRecord);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
