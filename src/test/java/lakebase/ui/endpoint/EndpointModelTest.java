package lakebase.ui.endpoint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import lakebase.model.Endpoint;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointState;
import lakebase.model.UnknownFields;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.testkit.FakeUi;
import lakebase.testkit.SampleResources;
import lakebase.testkit.Samples;
import lakebase.ui.detail.Fact;
import lakebase.ui.detail.Page;
import org.junit.jupiter.api.Test;

final class EndpointModelTest {

  private static final Ref PRIMARY = Ref.of(Samples.LOCAL, Samples.PRIMARY);

  private static Page<EndpointContent> page(AppState state, Ref ref) {
    EndpointModel model = new EndpointModel(new FakeUi(state).context);
    return model.page(model.source(state, ref));
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
