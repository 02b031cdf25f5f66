package lakebase.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lakebase.state.AppState;
import lakebase.state.Inventory;
import lakebase.state.LoadState;
import lakebase.state.Settings;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;

class StatusFactsTest {

  @Test
  void countsWhatIsKnownAndSaysThatThereIsMore() {
    StatusFacts facts = StatusFacts.of(Samples.state(), new Counter());
    assertThat(facts.counts().projects()).isEqualTo(3);
    assertThat(facts.counts().branches()).isEqualTo(7);
    assertThat(facts.counts().computes()).isEqualTo(5);
    assertThat(facts.counts().complete()).as("Checkout was never opened").isFalse();
    assertThat(facts.running()).isEqualTo(2);
    assertThat(facts.current().orElseThrow().lastUser()).isEqualTo("admin@local");
    assertThat(facts.load()).isEqualTo(new LoadState.Loaded(Samples.NOW));
    assertThat(facts.needy()).isEmpty();
  }

  @Test
  void anEmptyWorkspaceThatWasReadIsComplete() {
    StatusFacts facts =
        StatusFacts.of(
            Samples.state(
                new Inventory(Samples.loaded(List.of(), entry -> entry.project().name()))),
            new Counter());
    assertThat(facts.counts().complete()).isTrue();
    assertThat(facts.counts().projects()).isZero();
  }

  @Test
  void withoutWorkspaceNobodyIsSignedIn() {
    StatusFacts facts = StatusFacts.of(AppState.initial(Settings.DEFAULT), new Counter());
    assertThat(facts.current()).isEmpty();
    assertThat(facts.load()).isEqualTo(LoadState.NOT_LOADED);
  }
}
