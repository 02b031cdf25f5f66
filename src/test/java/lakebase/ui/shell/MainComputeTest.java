package lakebase.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;

final class MainComputeTest {

  private final AppState state = Samples.state();

  private Ref.OfResource of(ResourceName name) {
    return MainCompute.of(state, Ref.of(Samples.LOCAL, name)).orElseThrow();
  }

  @Test
  void aBranchMeansTheOneThatTakesWrites() {
    Ref.OfResource primary = Ref.of(Samples.LOCAL, Samples.PRIMARY);
    assertThat(of(Samples.PRIMARY)).isEqualTo(primary);
    assertThat(of(Samples.PRODUCTION)).isEqualTo(primary);
    assertThat(of(Samples.SHOP)).isEqualTo(primary);
    assertThat(of(Samples.REPORTS)).isEqualTo(Ref.of(Samples.LOCAL, Samples.REPORTS));
  }

  @Test
  void whatHasNoneMeansNothing() {
    assertThat(MainCompute.of(state, Ref.of(Samples.LOCAL, Samples.PR_1841))).isEmpty();
    assertThat(MainCompute.of(state, Ref.of(Samples.LOCAL, Samples.CHECKOUT))).isEmpty();
  }
}
