package lakebase.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import lakebase.model.ApiFailure;
import lakebase.model.ResourceKind;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Workspace.Connection;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;

class NewTargetsTest {

  private static final AppState STATE = Samples.state();

  @Test
  void aWorkspaceTakesProjectsOnly() {
    NewTargets targets = NewTargets.of(STATE.select(Ref.of(Samples.LOCAL)));
    assertThat(targets.workspace()).contains(Samples.LOCAL);
    assertThat(targets.parent()).isEmpty();
    assertThat(targets.branch()).isEmpty();
  }

  @Test
  void withoutSelectionTheFirstWorkspaceTakesProjects() {
    assertThat(NewTargets.of(STATE.select(null)).workspace()).contains(Samples.LOCAL);
  }

  @Test
  void aProjectProposesItsDefaultBranchAsParent() {
    NewTargets targets = NewTargets.of(STATE.select(Ref.of(Samples.LOCAL, Samples.SHOP)));
    assertThat(targets.parent()).contains(Samples.PRODUCTION);
    assertThat(targets.branch()).isEmpty();
  }

  @Test
  void aComputeStandsForItsBranch() {
    NewTargets targets = NewTargets.of(STATE.select(Ref.of(Samples.LOCAL, Samples.REPORTS)));
    assertThat(targets.parent()).contains(Samples.PRODUCTION);
    assertThat(targets.branch()).contains(Samples.PRODUCTION);
  }

  @Test
  void aBranchThatExpiresTakesComputesAndNoBranches() {
    NewTargets targets = NewTargets.of(STATE.select(Ref.of(Samples.LOCAL, Samples.DEVELOPMENT)));
    assertThat(targets.branch()).contains(Samples.DEVELOPMENT);
    assertThat(targets.parent()).contains(Samples.PRODUCTION);
    assertThat(targets.usual()).isEqualTo(ResourceKind.ENDPOINT);
  }

  @Test
  void aDeletedBranchTakesNothing() {
    NewTargets targets = NewTargets.of(STATE.select(Ref.of(Samples.LOCAL, Samples.PR_1797)));
    assertThat(targets.branch()).isEmpty();
    assertThat(targets.parent()).contains(Samples.PRODUCTION);
  }

  @Test
  void aWorkspaceThatDoesNotAnswerTakesNothing() {
    AppState lost =
        STATE.changeWorkspace(
            Samples.LOCAL,
            workspace ->
                workspace.withConnection(
                    new Connection.Lost(
                        new ApiFailure.Network(Samples.failure(0, "NETWORK", "refused")),
                        Samples.NOW)));
    NewTargets targets = NewTargets.of(lost);
    assertThat(targets.workspace()).isEmpty();
    assertThat(targets.parent()).isEmpty();
    assertThat(targets.branch()).isEmpty();
  }
}
