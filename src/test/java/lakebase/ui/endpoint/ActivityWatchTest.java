package lakebase.ui.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import lakebase.api.ApiException;
import lakebase.model.ApiFailure;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.EndpointState;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.SampleActivity;
import lakebase.testkit.Samples;
import lakebase.ui.endpoint.ActivityWatch.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a compute is read, and when not any more. */
@FxTest
final class ActivityWatchTest {

  private static final EndpointName IDLE = Samples.DEVELOPMENT.endpoint("primary");

  private final FakeUi fake = new FakeUi(Samples.state());
  private final FakeActivities service = new FakeActivities(() -> SampleActivity.busy(2));
  private final int[] changes = {0};
  private final ActivityWatch watch = new ActivityWatch(service.on(fake), () -> changes[0]++);
  private Store.Subscription looking = () -> {};

  private void look(EndpointName name) {
    Fx.run(() -> {
      watch.show(ref(name));
      looking = watch.look();
    });
  }

  private void pass(int seconds) {
    Fx.run(() -> {
      for (int i = 0; i < seconds; i++) {
        watch.tick();
      }
    });
  }

  @AfterEach
  void lookAway() {
    Fx.run(looking::end);
  }

  private static Ref.OfResource ref(EndpointName name) {
    return Ref.of(Samples.LOCAL, name);
  }

  private static ApiException failure(int status) {
    return new ApiException(
        new ApiFailure.Unavailable(Samples.failure(status, "NOT_IMPLEMENTED", "no")));
  }

  @Test
  void readsAtOnceAndAgainAfterAWhile() {
    look(Samples.PRIMARY);
    assertThat(service.asked).containsExactly(Samples.PRIMARY);
    assertThat(watch.seen(ref(Samples.PRIMARY))).isEqualTo(new Seen.Read(SampleActivity.busy(2)));
    pass(ActivityWatch.PAUSE_SECONDS - 1);
    assertThat(service.asked).hasSize(1);
    pass(1);
    assertThat(service.asked).hasSize(2);
    assertThat(changes[0]).as("the same again changes nothing").isEqualTo(1);
  }

  @Test
  void asksNothingWhileAnAnswerIsAwaitedOrNobodyLooks() {
    service.hold();
    look(Samples.PRIMARY);
    pass(ActivityWatch.PAUSE_SECONDS * 3);
    Fx.run(service::deliver);
    assertThat(service.asked).hasSize(1);
    pass(ActivityWatch.PAUSE_SECONDS);
    Fx.run(looking::end);
    assertThat(service.cancelled).isPositive();
    Fx.run(service::deliver);
    assertThat(service.asked).as("the second was given up").hasSize(1);
  }

  @Test
  void anotherComputeShowsNothingOfTheOneBefore() {
    look(Samples.PRIMARY);
    service.hold();
    Fx.run(() -> watch.show(ref(IDLE)));
    assertThat(watch.seen(ref(IDLE))).isEqualTo(new Seen.Unread());
    assertThat(watch.seen(ref(Samples.PRIMARY))).isEqualTo(new Seen.Unread());
    Fx.run(service::deliver);
    assertThat(service.asked).containsExactly(Samples.PRIMARY, IDLE);
  }

  @Test
  void aServiceThatDoesNotTellIsNotAskedAgain() {
    service.answer =
        () -> {
          throw failure(501);
        };
    look(Samples.PRIMARY);
    pass(ActivityWatch.PAUSE_SECONDS * 3);
    assertThat(service.asked).hasSize(1);
    assertThat(watch.seen(ref(Samples.PRIMARY))).isEqualTo(new Seen.NotTold());
  }

  @Test
  void afterAFailureNothingIsKnownAndItIsTriedAgain() {
    look(Samples.PRIMARY);
    service.answer =
        () -> {
          throw failure(503);
        };
    pass(ActivityWatch.PAUSE_SECONDS);
    assertThat(watch.seen(ref(Samples.PRIMARY))).isEqualTo(new Seen.Unread());
    service.answer = () -> SampleActivity.ASLEEP;
    pass(ActivityWatch.PAUSE_SECONDS);
    assertThat(watch.seen(ref(Samples.PRIMARY))).isEqualTo(new Seen.Read(SampleActivity.ASLEEP));
  }

  @Test
  void aComputeThatRunsThoughItIsSaidToSleepIsReadAgainOnce() {
    look(IDLE);
    pass(ActivityWatch.PAUSE_SECONDS * 3);
    assertThat(fake.calls).containsExactly("refresh " + IDLE);
  }

  @Test
  void aComputeThatSleepsThoughItIsSaidToRunIsReadAgain() {
    fake.store.update(state ->
        state.changeInventory(
            Samples.LOCAL,
            inventory -> {
              Endpoint compute = inventory.endpoint(IDLE).orElseThrow();
              return inventory.with(
                  compute.withFacts(compute.facts().withState(EndpointState.ACTIVE, null)));
            }));
    service.answer = () -> SampleActivity.ASLEEP;
    look(IDLE);
    assertThat(fake.calls).containsExactly("refresh " + IDLE);
  }

  @Test
  void whatTheServiceIsAtWorkOnIsLeftToIt() {
    service.answer = () -> SampleActivity.ASLEEP;
    look(Samples.PRIMARY);
    assertThat(fake.calls).isEmpty();
  }
}
