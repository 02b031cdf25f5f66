package lakebase.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "projects/shop",
        "projects/shop/branches/production",
        "projects/shop/branches/production/endpoints/primary",
        "projects/shop/branches/production/roles/jane-doe",
        "projects/shop/branches/production/databases/databricks-postgres"
      })
  void textsAreReadAndGivenBack(String text) {
    ResourceName name = ResourceName.parse(text);
    assertThat(name).hasToString(text);
    assertThat(name.kind().collection()).isEqualTo(text.split("/", -1)[partsBefore(text)]);
    assertThat(name.isWithin(ProjectName.of("shop"))).isTrue();
    assertThat(name.project()).isEqualTo(ProjectName.of("shop"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop",
        "projects",
        "projects/",
        "/projects/shop",
        "projects/shop/",
        "projects/../branches/b",
        "projects/shop/endpoints/e",
        "projects/shop/branches/b/tables/t",
        "projects/shop/branches/b/endpoints/e/x/y",
        "projects/a b",
        "projects/a?purge=true",
        "projects/a%2fb"
      })
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ResourceName.parse(text));
  }

  @Test
  void kindsDoNotPassForEachOther() {
    assertThatIllegalArgumentException().isThrownBy(() -> BranchName.parse("projects/shop"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RoleName.parse("projects/p/branches/b/endpoints/e"));
  }

  @Test
  void aSiblingWithALongerNameIsNotWithin() {
    assertThat(ProjectName.of("shop2").branch("b").isWithin(ProjectName.of("shop"))).isFalse();
  }

  @Test
  void operationsKnowTheirTarget() {
    assertThat(new OperationName("projects/p/branches/b/operations/Ab+/c=".replace("/c", "c")))
        .extracting(OperationName::target)
        .isEqualTo(Optional.of(ProjectName.of("p").branch("b")));
    assertThat(new OperationName("catalogs/c/operations/1").target()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OperationName("projects/../operations/1"));
  }

  private static int partsBefore(String text) {
    return text.split("/", -1).length - 2;
  }
}
