package lakebase.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateMaskTest {

  private static final ProjectSpec PROJECT =
      new ProjectSpec(
          "Shop",
          Duration.ofDays(7),
          new ComputeDefaults(SizeRange.fixed(1), Suspension.after(Duration.ofDays(1)), Map.of()),
          ProjectName.of("shop").branch("production"),
          false,
          null,
          List.of(new Tag("team", "web")));

  private static final EndpointSpec ENDPOINT =
      new EndpointSpec(
          new SizeRange(1, 2), Suspension.never(), false, EndpointGroup.SINGLE, Map.of());

  @Test
  void nothingChangedIsNothingNamed() {
    assertThat(UpdateMask.between(PROJECT, PROJECT).isEmpty()).isTrue();
  }

  @Test
  void aOneofGoesByItsGroup() {
    EndpointSpec edited = ENDPOINT.withSuspension(Suspension.after(Duration.ofMinutes(5)));
    assertThat(UpdateMask.between(ENDPOINT, edited)).hasToString("spec.suspension");
    assertThat(
            UpdateMask.between(
                new BranchSpec(false, Expiration.never()),
                new BranchSpec(false, Expiration.after(Duration.ofDays(1)))))
        .hasToString("spec.expiration");
  }

  @Test
  void aNestedMessageGoesByItsLeaves() {
    ComputeDefaults defaults =
        PROJECT.computeDefaults().withSize(new SizeRange(1, 4)).withSuspension(Suspension.never());
    assertThat(UpdateMask.between(PROJECT, PROJECT.withComputeDefaults(defaults)))
        .hasToString(
            "spec.default_endpoint_settings.autoscaling_limit_max_cu,"
                + "spec.default_endpoint_settings.suspension");
  }

  @Test
  void clearedTagsAreNamed() {
    assertThat(UpdateMask.between(PROJECT, PROJECT.withCustomTags(List.of())))
        .hasToString("spec.custom_tags");
  }

  @Test
  void whatCannotBeClearedIsNotSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UpdateMask.between(PROJECT, PROJECT.withHistoryRetention(null)))
        .withMessageContaining("spec.history_retention_duration");
  }

  @Test
  void highAvailabilityNamesBothEndsOfTheGroup() {
    EndpointSpec edited = ENDPOINT.withGroup(new EndpointGroup(2, 2, true));
    assertThat(UpdateMask.between(ENDPOINT, edited))
        .hasToString("spec.group.min,spec.group.max,spec.group.enable_readable_secondaries");
  }

  @Test
  void mergingTheMaskedFieldsGivesTheEditedValue() {
    ProjectSpec edited = PROJECT.withDisplayName("Store").withBudgetPolicyId("b");
    assertThat(MaskTable.PROJECT.merge(PROJECT, edited, UpdateMask.between(PROJECT, edited)))
        .isEqualTo(edited);
    assertThat(MaskTable.PROJECT.merge(PROJECT, edited, UpdateMask.of("spec.display_name")))
        .isEqualTo(PROJECT.withDisplayName("Store"));
  }
}
