package lakebase.task;

import static lakebase.state.SampleInventories.NOW;
import static lakebase.state.SampleInventories.project;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import lakebase.model.Project;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import org.junit.jupiter.api.Test;

/** On one thread: time passes when a test says so. */
class DeparturesTest {

  private static final Project SHOP = project("shop", "Shop");
  private static final Ref.OfResource REF = Ref.of(WorkspaceId.LOCAL, SHOP.name());

  private final Store store =
      new Store(
          AppState.initial(Settings.DEFAULT)
              .withWorkspace(Workspace.of(WorkspaceId.LOCAL, "Local workspace")),
          Runnable::run);
  private final Queue<Runnable> updates = new ArrayDeque<>();
  private final Queue<Runnable> ends = new ArrayDeque<>();
  private final StoreBatches batches =
      new StoreBatches(store, this::delay, Clock.fixed(NOW, ZoneOffset.UTC));
  private final Departures departures = new Departures(store, batches, this::delay);

  /** The first update is carried out at once, and those that follow wait. */
  DeparturesTest() {
    batches.changeInventory(WorkspaceId.LOCAL, inventory -> inventory.with(SHOP));
  }

  private void delay(Duration time, Runnable action) {
    (time.equals(Departures.SHOWN) ? ends : updates).add(action);
  }

  private void leave() {
    departures.leave(WorkspaceId.LOCAL, SHOP);
  }

  private void stay() {
    departures.stay(WorkspaceId.LOCAL, List.of(SHOP.name()));
  }

  private void update() {
    updates.remove().run();
  }

  private boolean isMarked() {
    return store.state().workspace(WorkspaceId.LOCAL).orElseThrow().gone().containsKey(SHOP.name());
  }

  private boolean isThere() {
    return store.state().find(REF).isPresent();
  }

  @Test
  void whatComesBackWhileItsMarkWaitsToBeShownStays() {
    leave();
    stay();
    update();
    assertThat(isMarked()).isFalse();

    ends.remove().run();
    assertThat(isThere()).isTrue();
  }

  @Test
  void whatLeavesAgainIsMarkedForItsWholeTime() {
    leave();
    update();
    stay();
    update();
    assertThat(isMarked()).isFalse();

    leave();
    update();
    ends.remove().run();
    assertThat(isMarked()).as("the first time is over, the second is not").isTrue();

    ends.remove().run();
    assertThat(isMarked()).isFalse();
    assertThat(isThere()).isFalse();
  }

  @Test
  void whatWasMadeAnewSinceTheServiceWasAskedStays() {
    leave();
    store.update(state ->
        state.changeInventory(
            WorkspaceId.LOCAL, inventory -> inventory.with(project("shop", "Shop"))));
    update();
    assertThat(isMarked()).isFalse();

    ends.remove().run();
    assertThat(isThere()).isTrue();
  }

  @Test
  void whatIsSaidTwiceIsOneDeparture() {
    leave();
    leave();
    update();
    assertThat(isMarked()).isTrue();
    assertThat(ends).hasSize(1);

    ends.remove().run();
    assertThat(isThere()).isFalse();
  }

  @Test
  void aMarkThatAnotherPartPutThereIsTakenAwayToo() {
    store.update(state ->
        state.changeWorkspace(WorkspaceId.LOCAL, found -> found.withGone(SHOP.name(), "Shop")));
    stay();
    update();
    assertThat(isMarked()).isFalse();
  }

  @Test
  void whatIsNotKnownDoesNotKeepALaterDepartureBack() {
    store.update(state ->
        state.changeWorkspace(
            WorkspaceId.LOCAL,
            found -> found.withInventory(found.inventory().without(SHOP.name()))));
    leave();
    update();
    batches.changeInventory(WorkspaceId.LOCAL, inventory -> inventory.with(SHOP));
    leave();
    update();
    assertThat(isMarked()).isTrue();
  }
}
