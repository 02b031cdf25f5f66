package lakebase.ui.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import lakebase.model.Branch;
import lakebase.model.BranchDraft;
import lakebase.model.BranchName;
import lakebase.model.Metadata;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import lakebase.ui.form.ExpirationInput;
import lakebase.ui.form.ExpirationInput.Choice;
import lakebase.ui.form.MomentInput;
import lakebase.ui.form.PointInput;
import org.junit.jupiter.api.Test;

/** A branch to be, without a toolkit. */
final class BranchCreationTest {

  private static BranchCreation from(BranchName parent) {
    return new BranchCreation(
        new FakeUi(Samples.state()).context, Samples.LOCAL, Samples.SHOP, parent);
  }

  private static BranchCreation filled() {
    BranchCreation creation = from(Samples.PRODUCTION);
    creation.id.set("try-out");
    creation.expiration.set(ExpirationInput.NONE.choose(Choice.DAY, Samples.CLOCK));
    return creation;
  }

  @Test
  void theServiceWantsAChoiceOfExpiration() {
    BranchCreation creation = filled();
    creation.expiration.set(ExpirationInput.NONE);
    assertThat(creation.draft()).isEmpty();
    assertThat(creation.expiration.problem()).isPresent();
    creation.expiration.set(ExpirationInput.NONE.choose(Choice.NEVER, Samples.CLOCK));
    assertThat(creation.draft()).isPresent();
  }

  @Test
  void aParentThatExpiresIsRefusedAtOnce() {
    BranchCreation creation = from(Samples.DEVELOPMENT);
    assertThat(creation.parent.problemProperty().get()).contains("development expires");
    creation.parent.set(Samples.PRODUCTION);
    assertThat(creation.parent.problemProperty().get()).isEmpty();
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    BranchCreation creation = filled();
    creation.id.set("development");
    assertThat(creation.id.problem()).isPresent();
    assertThat(creation.draft()).isEmpty();
  }

  @Test
  void aMomentMustLieInTheHistory() {
    BranchCreation creation = filled();
    creation.point.set(at(Duration.ofDays(1)));
    assertThat(creation.draft()).isPresent();
    creation.point.set(at(Duration.ofDays(60)));
    assertThat(creation.point.problem()).isPresent();
    assertThat(creation.draft()).isEmpty();
  }

  /** What the service tells is the window, to the second. */
  @Test
  void theHistoryBeginsWhereTheServiceSays() {
    BranchCreation creation = filled();
    Instant start = Instant.parse("2026-11-15T09:20:14Z");
    assertThat(creation.windowProperty().get().from()).isEqualTo(start);
    creation.point.set(at(Duration.between(start, Samples.NOW)));
    assertThat(creation.point.problem()).isEmpty();
    creation.point.set(at(Duration.between(start.minusSeconds(1), Samples.NOW)));
    assertThat(creation.point.problem()).get().asString().contains("9:20:14");
  }

  @Test
  void aLogPositionBeforeTheEarliestIsRefused() {
    BranchCreation creation = filled();
    PointInput input = PointInput.NOW.withChoice(PointInput.Choice.LSN);
    creation.point.set(input.withLsn("0/15A3F1F"));
    assertThat(creation.point.problem()).get().asString().contains("0/15A3F20");
    creation.point.set(input.withLsn("0/15A3F20"));
    assertThat(creation.point.problem()).isEmpty();
  }

  @Test
  void withoutAWordOfTheServiceTheHistoryBeginsWithTheBranchOrTheRetention() {
    BranchCreation creation = from(Samples.RELEASE_6);
    assertThat(creation.windowProperty().get().from())
        .isEqualTo(Instant.parse("2026-11-15T09:15:00Z"));
    FakeUi fake = new FakeUi(Samples.state());
    Instant made = Samples.NOW.minusSeconds(600);
    fake.store.update(state ->
        state.changeInventory(
            Samples.LOCAL,
            inventory -> {
              Branch branch = inventory.branch(Samples.RELEASE_6).orElseThrow().branch();
              return inventory.with(branch.withMetadata(Metadata.created("u", made)));
            }));
    assertThat(
            new BranchCreation(fake.context, Samples.LOCAL, Samples.SHOP, Samples.RELEASE_6)
                .windowProperty()
                .get()
                .from())
        .isEqualTo(made);
  }

  @Test
  void anotherParentHasAnotherHistory() {
    BranchCreation creation = filled();
    creation.point.set(at(Duration.between(Instant.parse("2026-11-15T09:16:00Z"), Samples.NOW)));
    creation.point.left();
    assertThat(creation.point.problemProperty().get()).isNotEmpty();
    creation.parent.set(Samples.RELEASE_6);
    assertThat(creation.point.problemProperty().get()).isEmpty();
  }

  @Test
  void saysThatABranchWithItsComputeGoesByItself() {
    BranchCreation creation = filled();
    int facts = creation.outcome().size();
    creation.expiration.set(ExpirationInput.NONE.choose(Choice.NEVER, Samples.CLOCK));
    assertThat(creation.outcome()).hasSize(facts - 1);
  }

  @Test
  void protectionIsSent() {
    BranchCreation creation = filled();
    creation.isProtected.set(true);
    assertThat(creation.draft())
        .get()
        .returns(true, draft -> draft instanceof BranchDraft branch && branch.isProtected());
  }

  private static PointInput at(Duration ago) {
    return PointInput.NOW
        .withChoice(PointInput.Choice.TIME)
        .withMoment(MomentInput.of(Samples.NOW.minus(ago), ZoneOffset.UTC));
  }
}
