package lakebase.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import lakebase.model.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ids of the roles that branches get by themselves are ids of the contract's pattern. */
class CallerTest {

  @ParameterizedTest
  @CsvSource({
    "Jane.Doe@example.com, jane-doe",
    "jane..doe@example.com, jane--doe",
    "_x@example.com, x",
    "42.x_@example.com, x",
    "-@example.com, owner",
    "@example.com, owner",
    "Zoë@example.com, zo",
    "me, me",
  })
  void thatOfAPersonIsMadeOfTheAddress(String name, String id) {
    assertThat(Caller.user(name).ownerRoleId()).isEqualTo(id);
    assertThat(ResourceId.problem(id)).isEmpty();
  }

  @Test
  void aLongOneIsCut() {
    String id = Caller.user("a".repeat(62) + ".b@example.com").ownerRoleId();

    assertThat(id).isEqualTo("a".repeat(62));
  }

  @Test
  void thatOfAProgramSaysSo() {
    assertThat(Caller.servicePrincipal("4F0C-11").ownerRoleId()).isEqualTo("sp-4f0c-11");
    assertThat(Caller.servicePrincipal("a b_").ownerRoleId()).isEqualTo("sp-a-b");
  }
}
