package lakebase.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lakebase.model.Expiration;
import lakebase.model.Suspension;
import lakebase.testkit.Samples;
import lakebase.ui.Formats;
import lakebase.ui.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {

  private static final Texts TEXTS = new Texts(Locale.ENGLISH);
  private static final Checks CHECKS =
      new Checks(TEXTS, new Formats(TEXTS, Samples.CLOCK), Samples.CLOCK);

  @ParameterizedTest
  @ValueSource(
      strings = {"18:00", "2026-11-25 18:00", "2026-11-25T18:00:00Z", "2026-11-25T19:00:00+01:00"})
  void aMomentIsReadInEveryUsualForm(String text) {
    assertThat(new MomentInput(LocalDate.of(2026, 11, 25), text).resolve(Samples.CLOCK, 1))
        .contains(Instant.parse("2026-11-25T18:00:00Z"));
  }

  @Test
  void aDistanceCountsInTheMeantDirection() {
    MomentInput week = new MomentInput(null, "7d");
    assertThat(week.resolve(Samples.CLOCK, 1)).contains(Samples.NOW.plus(Duration.ofDays(7)));
    assertThat(week.resolve(Samples.CLOCK, -1)).contains(Samples.NOW.minus(Duration.ofDays(7)));
    assertThat(new MomentInput(null, "soon").resolve(Samples.CLOCK, 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,4,true", "'0,5',2,true", "4,1,false", "1,18,false", "x,2,false", "70,70,true"})
  void aSizeIsCheckedByTheServicesLimits(String min, String max, boolean good) {
    assertThat(CHECKS.size(new SizeInput(min, max)).isEmpty()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({
    "60,SECONDS,true",
    "59,SECONDS,false",
    "7,DAYS,true",
    "8,DAYS,false",
    "'',DAYS,false"
  })
  void aSuspensionIsFromAMinuteToAWeek(String amount, SuspensionInput.Unit unit, boolean good) {
    assertThat(CHECKS.suspension(new SuspensionInput(false, amount, unit)).isEmpty())
        .isEqualTo(good);
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 90, 300, 3_600, 86_400, 604_800})
  void aSuspensionSurvivesItsInput(long seconds) {
    Suspension suspension = Suspension.after(Duration.ofSeconds(seconds));
    assertThat(SuspensionInput.of(suspension).suspension()).contains(suspension);
  }

  @Test
  void anExpirationMustBeChosenAndLiesAhead() {
    assertThat(CHECKS.expiration(ExpirationInput.NONE)).isPresent();
    ExpirationInput never =
        ExpirationInput.NONE.choose(ExpirationInput.Choice.NEVER, Samples.CLOCK);
    assertThat(CHECKS.expiration(never)).isEmpty();
    ExpirationInput date = ExpirationInput.NONE.choose(ExpirationInput.Choice.DATE, Samples.CLOCK);
    assertThat(CHECKS.expiration(date)).isEmpty();
    assertThat(CHECKS.expiration(date.withMoment(new MomentInput(null, "2020-01-01 10:00"))))
        .isPresent();
    assertThat(CHECKS.expiration(date.withMoment(new MomentInput(null, "31d")))).isPresent();
  }

  @Test
  void aSpanCountsFromTheCreationOfANewBranchAndFromTheChoiceOnAnOldOne() {
    ExpirationInput week = ExpirationInput.NONE.choose(ExpirationInput.Choice.WEEK, Samples.CLOCK);
    assertThat(week.forCreation(Samples.CLOCK)).contains(Expiration.after(Duration.ofDays(7)));
    assertThat(week.forUpdate(Samples.CLOCK))
        .contains(Expiration.at(Samples.NOW.plus(Duration.ofDays(7))));
  }

  @Test
  void pairsNeedKeysOnceEach() {
    assertThat(CHECKS.settings(pairs("work_mem", "1MB", "", ""))).isEmpty();
    assertThat(CHECKS.settings(pairs("work_mem", "1MB", "work_mem", "2MB"))).isPresent();
    assertThat(CHECKS.settings(pairs("bad name", "1"))).isPresent();
    assertThat(CHECKS.tags(pairs("", "x"))).isPresent();
  }

  @Test
  void invisiblePastedCharactersAreDropped() {
    assertThat(Invisible.strip("\u200Bshop\u00A0eu\uFEFF\n")).isEqualTo("shop eu");
  }

  @Test
  void anIdIsProposedUntilItIsEdited() {
    FormField<String> name = FormField.free("display_name", "");
    FormField<String> id = new FormField<>("project_id", "", CHECKS::id);
    IdProposal.link(name, id);
    name.set("Größe 1");
    assertThat(id.get()).isEqualTo("gro-e-1");
    id.set("mine");
    name.set("Other");
    assertThat(id.get()).isEqualTo("mine");
  }

  @Test
  void aProblemShowsOnceTheFieldWasLeftAndThenFollowsEachKey() {
    FormField<String> id = new FormField<>("project_id", "", CHECKS::id);
    id.set("Bad");
    assertThat(id.problemProperty().get()).isEmpty();
    id.left();
    assertThat(id.problemProperty().get()).isNotEmpty();
    id.set("good");
    assertThat(id.problemProperty().get()).isEmpty();
  }

  private static Pairs pairs(String... texts) {
    return new Pairs(
        texts.length == 2
            ? List.of(new Pairs.Row(texts[0], texts[1]))
            : List.of(new Pairs.Row(texts[0], texts[1]), new Pairs.Row(texts[2], texts[3])));
  }
}
