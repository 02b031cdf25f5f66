package lakebase.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lakebase.model.Change;
import lakebase.model.ProjectDraft;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import lakebase.ui.form.SizeInput;
import org.junit.jupiter.api.Test;

/** A project to be, without a toolkit. */
final class ProjectCreationTest {

  private final ProjectCreation creation =
      new ProjectCreation(new FakeUi(Samples.state()).context, Samples.LOCAL);

  @Test
  void theIdIsProposedFromTheName() {
    creation.displayName.set("Shop für alle");
    assertThat(creation.id.get()).startsWith("shop-f").doesNotContain(" ");
    assertThat(creation.draft()).isPresent();
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    creation.displayName.set("Another shop");
    creation.id.set("sample-shop");
    assertThat(creation.id.problem()).isPresent();
    assertThat(creation.draft()).isEmpty();
  }

  @Test
  void retentionAndSizeHaveBounds() {
    creation.displayName.set("North");
    creation.retention.set("36");
    assertThat(creation.draft()).isEmpty();
    creation.retention.set("35");
    assertThat(creation.draft()).isPresent();
    creation.size.set(new SizeInput("1", "32"));
    assertThat(creation.size.problem()).isPresent();
    assertThat(creation.draft()).isEmpty();
  }

  /** {@code initial_endpoint_spec} has no Postgres settings (contract §2.1). */
  @Test
  void theFirstComputeIsSentWithoutSettings() {
    creation.displayName.set("North");
    ProjectDraft draft = (ProjectDraft) creation.draft().orElseThrow();
    assertThat(draft.firstCompute()).isNotNull();
    assertThat(draft.firstCompute())
        .returns(Map.of(), first -> first == null ? null : first.pgSettings());
    assertThat(draft.computeDefaults()).isNull();
    assertThat(new Change.Create(draft).subject()).isEqualTo(draft.name());
  }
}
