package lakebase.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointSpec;
import lakebase.model.FieldChange;
import lakebase.model.MaskField;
import lakebase.model.MaskTable;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EditModelTest {

  private static final EndpointSpec BASE =
      new EndpointSpec(
          new SizeRange(1, 4),
          Suspension.after(Duration.ofMinutes(5)),
          false,
          EndpointGroup.SINGLE,
          Map.of("work_mem", "16MB"));

  @Property(tries = 300)
  void everyFieldIsMergedByTheThreeWayRule(
      @ForAll("specs") EndpointSpec base,
      @ForAll("specs") EndpointSpec mine,
      @ForAll("specs") EndpointSpec theirs) {
    EditModel<EndpointSpec> edit = new EditModel<>(MaskTable.ENDPOINT, base);
    edit.edit(_ -> mine);
    edit.readAgain(theirs);
    List<String> conflicts = edit.state().conflicts().stream().map(Conflict::path).toList();
    List<String> taken = edit.state().takenOver().stream().map(FieldChange::path).toList();
    for (MaskField<EndpointSpec> field : MaskTable.ENDPOINT.fields()) {
      boolean here = field.differs(base, mine);
      boolean there = field.differs(base, theirs);
      Object expected = (here ? field.get().apply(mine) : field.get().apply(theirs));
      assertThat(Objects.equals(field.get().apply(edit.edited()), expected)).isTrue();
      assertThat(conflicts.contains(field.path()))
          .isEqualTo(here && there && field.differs(mine, theirs));
      assertThat(taken.contains(field.path())).isEqualTo(!here && there);
    }
    assertThat(edit.base()).isEqualTo(theirs);
  }

  @Property(tries = 200)
  void takingTheirsEverywhereLeavesNothingInConflictAndMineGivesMineBack(
      @ForAll("specs") EndpointSpec base,
      @ForAll("specs") EndpointSpec mine,
      @ForAll("specs") EndpointSpec theirs) {
    EditModel<EndpointSpec> edit = new EditModel<>(MaskTable.ENDPOINT, base);
    edit.edit(_ -> mine);
    edit.readAgain(theirs);
    EndpointSpec merged = edit.edited();
    List<String> paths = edit.state().conflicts().stream().map(Conflict::path).toList();
    paths.forEach(path -> edit.decide(path, Conflict.Choice.THEIRS));
    paths.forEach(path -> assertThat(edit.isChanged(path)).isFalse());
    assertThat(edit.isUndecided()).isFalse();
    paths.forEach(path -> edit.decide(path, Conflict.Choice.MINE));
    assertThat(edit.edited()).isEqualTo(merged);
  }

  @Property(tries = 200)
  void resettingEveryChangeGivesTheBase(
      @ForAll("specs") EndpointSpec base, @ForAll("specs") EndpointSpec mine) {
    EditModel<EndpointSpec> edit = new EditModel<>(MaskTable.ENDPOINT, base);
    edit.edit(_ -> mine);
    edit.changes().forEach(change -> edit.reset(change.path()));
    assertThat(edit.edited()).isEqualTo(base);
  }

  @Test
  void anUndecidedConflictSurvivesAnotherReading() {
    EditModel<EndpointSpec> edit = new EditModel<>(MaskTable.ENDPOINT, BASE);
    edit.edit(spec -> spec.withSuspension(Suspension.never()));
    EndpointSpec theirs = BASE.withSuspension(Suspension.after(Duration.ofHours(1)));
    edit.readAgain(theirs);
    edit.readAgain(theirs);
    assertThat(edit.isUndecided()).isTrue();
    edit.decide("spec.suspension", Conflict.Choice.MINE);
    edit.readAgain(theirs);
    assertThat(edit.isUndecided()).isFalse();
    assertThat(edit.edited().suspension()).isEqualTo(Suspension.never());
  }

  @Test
  void whatIsEnteredAfterAConflictIsMineThen() {
    EditModel<EndpointSpec> edit = new EditModel<>(MaskTable.ENDPOINT, BASE);
    edit.edit(spec -> spec.withSuspension(Suspension.never()));
    edit.readAgain(BASE.withSuspension(Suspension.after(Duration.ofHours(1))));
    edit.edit(spec -> spec.withSuspension(Suspension.after(Duration.ofHours(2))));
    assertThat(edit.isUndecided()).isFalse();
    edit.decide("spec.suspension", Conflict.Choice.THEIRS);
    edit.decide("spec.suspension", Conflict.Choice.MINE);
    assertThat(edit.edited().suspension()).isEqualTo(Suspension.after(Duration.ofHours(2)));
  }

  @Provide
  Arbitrary<EndpointSpec> specs() {
    Arbitrary<SizeRange> sizes =
        Combinators.combine(Arbitraries.of(0.5, 1.0, 2.0), Arbitraries.of(4.0, 8.0))
            .as(SizeRange::new);
    Arbitrary<Suspension> suspensions =
        Arbitraries.of(
            Suspension.never(),
            Suspension.after(Duration.ofMinutes(5)),
            Suspension.after(Duration.ofHours(1)));
    Arbitrary<EndpointGroup> groups =
        Arbitraries.of(
            EndpointGroup.SINGLE, new EndpointGroup(2, 2, false), new EndpointGroup(2, 2, true));
    return Combinators.combine(
            sizes,
            suspensions,
            Arbitraries.of(true, false),
            groups,
            Arbitraries.of(Map.<String, String>of(), Map.of("work_mem", "16MB")))
        .as(EndpointSpec::new);
  }
}
