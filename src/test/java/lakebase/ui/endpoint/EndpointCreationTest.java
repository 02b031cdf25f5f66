package lakebase.ui.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lakebase.model.EndpointDraft;
import lakebase.model.EndpointType;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import lakebase.ui.form.Pairs;
import lakebase.ui.form.SizeInput;
import org.junit.jupiter.api.Test;

/** A read-only compute to be, without a toolkit. */
final class EndpointCreationTest {

  private final EndpointCreation creation =
      new EndpointCreation(new FakeUi(Samples.state()).context, Samples.LOCAL, Samples.PRODUCTION);

  @Test
  void takesReadsOnlyWithTheSettingsThatWereEntered() {
    creation.id.set("reporting");
    creation.settings.set(Pairs.of(Map.of("work_mem", "16MB")));
    EndpointDraft draft = (EndpointDraft) creation.draft().orElseThrow();
    assertThat(draft.type()).isEqualTo(EndpointType.READ_ONLY);
    assertThat(draft.pgSettings()).containsExactly(Map.entry("work_mem", "16MB"));
  }

  @Test
  void anIdIsNeitherShortNorTaken() {
    creation.id.set("ro");
    assertThat(creation.id.problem()).isPresent();
    creation.id.set("reports");
    assertThat(creation.id.problem()).isPresent();
    assertThat(creation.draft()).isEmpty();
    creation.id.set("reporting");
    assertThat(creation.draft()).isPresent();
  }

  @Test
  void aSizeRangeHasASpreadOfSixteenAtMost() {
    creation.id.set("reporting");
    creation.size.set(new SizeInput("1", "32"));
    assertThat(creation.draft()).isEmpty();
    creation.size.set(new SizeInput("16", "32"));
    assertThat(creation.draft()).isPresent();
  }
}
