package lakebase.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceIdTest {

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY",
    "Shop, BAD_START",
    "1shop, BAD_START",
    "-shop, BAD_START",
    "my_shop, BAD_CHARACTER",
    "shöp, BAD_CHARACTER",
    "shop-, BAD_END",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, TOO_LONG"
  })
  void theProblemIsNamed(String id, ResourceId.Problem problem) {
    assertThat(ResourceId.problem(id)).contains(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "a",
    "shop-2",
    "a--b",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  })
  void goodIdsHaveNone(String id) {
    assertThat(ResourceId.problem(id)).isEmpty();
    assertThat(id).matches(ResourceId.PATTERN);
  }

  @ParameterizedTest
  @CsvSource({"My Shop!, my-shop", "Crème brûlée, creme-brulee", "42 shops, shops", "?!, ''"})
  void displayNamesMakeIds(String name, String id) {
    assertThat(ResourceId.propose(name)).isEqualTo(id);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void proposalsAreGoodOrEmpty(@ForAll String name) {
    String id = ResourceId.propose(name);
    assertThat(id.isEmpty() || ResourceId.problem(id).isEmpty()).isTrue();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void noProblemIsThePattern(@ForAll String id) {
    assertThat(ResourceId.problem(id).isEmpty()).isEqualTo(id.matches(ResourceId.PATTERN));
  }
}
