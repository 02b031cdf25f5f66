package lakebase.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import lakebase.model.BranchSpec;
import lakebase.model.DatabaseSpec;
import lakebase.model.EndpointSpec;
import lakebase.model.Expiration;
import lakebase.model.MaskField;
import lakebase.model.MaskTable;
import lakebase.model.ProjectSpec;
import lakebase.model.RoleSpec;
import lakebase.model.Spec;
import lakebase.model.UpdateMask;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * For any two values of a kind, the masked body turns the first into the second and names nothing
 * that is the same in both; applied by {@link MaskedServer}, which knows the service's rules only.
 */
class MaskedBodyTest {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void project(@ForAll("projects") ProjectSpec original, @ForAll("projects") ProjectSpec edited) {
    check(MaskTable.PROJECT, original, edited);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void branch(@ForAll("branches") BranchSpec original, @ForAll("branches") BranchSpec edited) {
    check(MaskTable.BRANCH, original, edited);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void endpoint(
      @ForAll("endpoints") EndpointSpec original, @ForAll("endpoints") EndpointSpec edited) {
    check(MaskTable.ENDPOINT, original, edited);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void role(@ForAll("roles") RoleSpec original, @ForAll("roles") RoleSpec edited) {
    check(MaskTable.ROLE, original, edited);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void database(
      @ForAll("databases") DatabaseSpec original, @ForAll("databases") DatabaseSpec edited) {
    check(MaskTable.DATABASE, original, edited);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void oneFieldChangedIsOneFieldSent(
      @ForAll("endpoints") EndpointSpec original, @ForAll boolean disabled) {
    EndpointSpec edited = original.withDisabled(disabled);
    assertThat(UpdateMask.between(original, edited).paths())
        .isEqualTo(disabled == original.disabled() ? Set.of() : Set.of("spec.disabled"));
  }

  private static <T extends Spec> void check(MaskTable<T> table, T original, T edited) {
    Assume.that(table.fields().stream().noneMatch(field -> isImpossible(field, original, edited)));
    UpdateMask mask = UpdateMask.between(table, original, edited);
    ObjectNode body = MaskedJson.write(edited, mask);
    ObjectNode before = SpecForm.of(original);
    ObjectNode after = SpecForm.of(edited);

    assertThat(MaskedServer.apply(before, body, mask.paths())).isEqualTo(after);
    for (String path : mask.paths()) {
      assertThat(MaskedServer.value(before, path))
          .as(path + " is named though it is the same")
          .isNotEqualTo(MaskedServer.value(after, path));
    }
  }

  private static <T> boolean isImpossible(MaskField<T> field, T original, T edited) {
    return !field.clearable()
        && field.differs(original, edited)
        && field.get().apply(edited) == null;
  }

  // Half of the pairs share most values: equal fields are as interesting as different ones.
  private static <T> Arbitrary<T> few(Arbitrary<T> any) {
    List<T> some = any.list().ofSize(6).sample();
    return Arbitraries.oneOf(any, Arbitraries.of(some));
  }

  @Provide
  Arbitrary<ProjectSpec> projects() {
    return Combinators.combine(few(Values.projectSpecs()), few(Values.projectSpecs()))
        .as((one, other) ->
            one.withComputeDefaults(other.computeDefaults()).withCustomTags(other.customTags()));
  }

  @Provide
  Arbitrary<BranchSpec> branches() {
    Arbitrary<Duration> ttl = Arbitraries.integers().between(1, 30).map(Duration::ofDays);
    return Arbitraries.oneOf(
        few(Values.branchSpecs()),
        Combinators.combine(Arbitraries.of(true, false), ttl.map(Expiration::after))
            .as(BranchSpec::new));
  }

  @Provide
  Arbitrary<EndpointSpec> endpoints() {
    return few(Values.endpointSpecs());
  }

  @Provide
  Arbitrary<RoleSpec> roles() {
    return few(Values.roleSpecs());
  }

  @Provide
  Arbitrary<DatabaseSpec> databases() {
    return few(Values.databaseSpecs());
  }
}
