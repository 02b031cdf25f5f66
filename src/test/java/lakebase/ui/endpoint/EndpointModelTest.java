package lakebase.ui.endpoint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import lakebase.model.ComputeActivity;
import lakebase.model.ComputeInstance;
import lakebase.model.ComputeRole;
import lakebase.model.Endpoint;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointState;
import lakebase.model.UnknownFields;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.testkit.FakeUi;
import lakebase.testkit.SampleActivity;
import lakebase.testkit.SampleResources;
import lakebase.testkit.Samples;
import lakebase.ui.detail.Fact;
import lakebase.ui.detail.Page;
import lakebase.ui.endpoint.ActivityWatch.Seen;
import org.junit.jupiter.api.Test;

final class EndpointModelTest {

  private static final Ref PRIMARY = Ref.of(Samples.LOCAL, Samples.PRIMARY);

  private static Page<EndpointContent> page(AppState state, Ref ref) {
    return page(state, ref, new Seen.Unread());
  }

  private static Page<EndpointContent> page(AppState state, Ref ref, Seen seen) {
    EndpointModel model = new EndpointModel(new FakeUi(state).context, _ -> seen);
    return model.page(model.source(state, ref));
  }

  private static Page<EndpointContent> page(Seen seen) {
    return page(Samples.state(), PRIMARY, seen);
  }

  private static Page<EndpointContent> page(Endpoint endpoint) {
    AppState state =
        Samples.state().changeInventory(Samples.LOCAL, inventory -> inventory.with(endpoint));
    return page(state, PRIMARY);
  }

  private static List<Fact> facts(Page<EndpointContent> page) {
    assertThat(page.body()).isInstanceOf(Page.Body.Known.class);
    return page.body() instanceof Page.Body.Known<EndpointContent>(var content)
        ? content.facts().stream().flatMap(group -> group.facts().stream()).toList()
        : List.of();
  }

  private static Fact fact(Page<EndpointContent> page, String id) {
    return facts(page).stream().filter(fact -> fact.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void tellsMemoryAndConnectionsBesideTheRange() {
    Fact range = fact(page(Samples.state(), PRIMARY), "endpoint-range");
    assertThat(range.text()).isEqualTo("1–4 CU");
    assertThat(range.note()).isEqualTo("(2–8 GB, 839 connections)");
  }

  @Test
  void tellsHighAvailability() {
    Endpoint primary = SampleResources.primary(Samples.PRIMARY);
    assertThat(fact(page(primary), "endpoint-availability").text()).isEqualTo("off");
    Fact on =
        fact(
            page(primary.withSpec(primary.spec().withGroup(new EndpointGroup(2, 2, true)))),
            "endpoint-availability");
    assertThat(on.text()).isEqualTo("on");
    assertThat(on.note()).contains("2 computes").contains("readable");
  }

  @Test
  void showsWhatItHasNoWordForAsItCame() {
    Endpoint primary = SampleResources.primary(Samples.PRIMARY);
    Endpoint strange =
        new Endpoint(
            primary.name(),
            primary.metadata(),
            primary.spec(),
            primary.facts().withState(new EndpointState("HIBERNATING"), null),
            UnknownFields.of(Map.of("status.shape", "{\"a\":1}")));
    Page<EndpointContent> page = page(strange);
    assertThat(page.heading().badges().getFirst().text()).isEqualTo("HIBERNATING");
    assertThat(fact(page, "unknown-status.shape").text()).isEqualTo("{\"a\":1}");
  }

  @Test
  void saysWhatAConnectionDoesToAComputeThatSleeps() {
    Endpoint idle = SampleResources.idle(Samples.PRIMARY);
    assertThat(fact(page(idle), "endpoint-state").note()).isEqualTo("(wakes on connect)");
    assertThat(fact(page(idle.withSpec(idle.spec().withDisabled(true))), "endpoint-state").note())
        .isEqualTo("(connections do not wake it)");
    assertThat(fact(page(Samples.state(), PRIMARY), "endpoint-state").note()).isEmpty();
  }

  @Test
  void tellsEachServerItsPartAndHowFarBehindItIs() {
    Page<EndpointContent> page = page(new Seen.Read(SampleActivity.busy(2)));
    Fact primary = fact(page, "endpoint-instance-1");
    assertThat(primary.label()).isEqualTo("Primary");
    assertThat(primary.text()).isEqualTo("process 4711");
    assertThat(primary.note()).isEqualTo("(started 20 min ago)");
    Fact standby = fact(page, "endpoint-instance-2");
    assertThat(standby.label()).isEqualTo("Standby");
    assertThat(standby.note()).isEqualTo("(started 20 min ago, 3 MB behind)");
    assertThat(fact(page, "endpoint-connections").text()).isEqualTo("2");
    assertThat(fact(page, "endpoint-wake-ups").text()).isEqualTo("12");
  }

  @Test
  void aRoleOrStateItHasNoWordForIsShownAsItCame() {
    ComputeInstance strange =
        new ComputeInstance(
            "7", new EndpointState("DRAINING"), new ComputeRole("WITNESS"), null, null, null);
    Fact fact =
        fact(
            page(new Seen.Read(new ComputeActivity(List.of(strange), null, null))),
            "endpoint-instance-7");
    assertThat(fact.label()).isEqualTo("WITNESS");
    assertThat(fact.text()).isEqualTo("7");
    assertThat(fact.note()).isEqualTo("(DRAINING)");
  }

  @Test
  void theRowsAreThereBeforeTheAnswerAndNotWhereNoneComes() {
    int before = facts(page(new Seen.Unread())).size();
    assertThat(facts(page(new Seen.Read(SampleActivity.ASLEEP)))).hasSize(before);
    assertThat(facts(page(new Seen.NotTold())))
        .extracting(Fact::id)
        .doesNotContain("endpoint-process", "endpoint-connections", "endpoint-wake-ups");
  }

  @Test
  void namesThePortWhereItIsNotTheStandardOne() {
    Endpoint primary = SampleResources.primary(Samples.PRIMARY);
    assertThat(fact(page(primary), "endpoint-port").text()).isEqualTo("5432");
    Page<EndpointContent> ported =
        page(
            primary.withFacts(
                new Endpoint.Facts(
                    primary.facts().type(),
                    primary.facts().state(),
                    null,
                    new EndpointHosts("127.0.0.1", "127.0.0.1", null, null, 54_001, 54_002),
                    null)));
    assertThat(fact(ported, "endpoint-host").copied()).isEqualTo("127.0.0.1:54001");
    assertThat(fact(ported, "endpoint-ro-host").copied()).isEqualTo("127.0.0.1:54002");
    assertThat(fact(ported, "endpoint-port").text()).isEqualTo("54001");
    assertThat(fact(ported, "endpoint-port").note()).contains("54002");
    assertThat(fact(ported, "endpoint-tls").copied()).isEqualTo("sslmode=require");
  }

  @Test
  void aBusyComputeStillGivesCredentials() {
    Page<EndpointContent> page = page(Samples.state(), PRIMARY);
    assertThat(requireNonNull(page.commands().edit()).isPossible()).isFalse();
    assertThat(requireNonNull(page.commands().primary()).isPossible()).isTrue();
  }

  @Test
  void theSamePageIsEqual() {
    assertThat(page(Samples.state(), PRIMARY)).isEqualTo(page(Samples.state(), PRIMARY));
  }

  @Test
  void refusesOtherThings() {
    assertThatThrownBy(() -> page(Samples.state(), Ref.of(Samples.LOCAL)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDoublingTakesTheSameWayOnTheBar() {
    assertThat(RangeBar.place(0.5)).isZero();
    assertThat(RangeBar.place(112)).isEqualTo(1);
    assertThat(RangeBar.place(4) - RangeBar.place(2))
        .isCloseTo(RangeBar.place(2) - RangeBar.place(1), within(1e-9));
  }
}
