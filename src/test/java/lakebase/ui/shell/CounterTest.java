package lakebase.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.state.AppState;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.ProjectEntry;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;

class CounterTest {

  private final Counter counter = new Counter();

  @Test
  void countsWhatChangedAgain() {
    AppState first = Samples.state();
    Counter.Counts before = counter.count(first);
    AppState second =
        first.changeInventory(
            Samples.LOCAL,
            inventory ->
                inventory.changeProject(
                    Samples.ANALYTICS, entry -> entry.withBranches(Listing.unknown())));
    assertThat(counter.count(second)).isEqualTo(new Counter().count(second)).isNotEqualTo(before);
    assertThat(counter.count(first)).isEqualTo(before);
  }

  @Test
  void doesNotWaitForTheBranchesOfADeletedProject() {
    Project project = (Project) Samples.resource(Samples.ANALYTICS);
    Metadata deleted = project.metadata().deleted(Samples.NOW, Samples.NOW.plusSeconds(60));
    ProjectEntry entry = ProjectEntry.of(project.withMetadata(deleted));
    AppState state =
        Samples.state(new Inventory(Samples.loaded(List.of(entry), one -> one.project().name())));
    assertThat(counter.count(state)).isEqualTo(new Counter.Counts(1, 0, 0, true, true));
  }
}
