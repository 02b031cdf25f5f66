package lakebase.ui.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lakebase.model.AuthMethod;
import lakebase.model.IdentityType;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleDraft;
import lakebase.model.RoleSpec;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleCreationTest {

  private final RoleCreation creation =
      new RoleCreation(new FakeUi(Samples.state()).context, Samples.LOCAL, Samples.PRODUCTION);

  @ParameterizedTest
  @CsvSource({
    "USER, Jane.Doe@example.com, jane-doe, LAKEBASE_OAUTH_V1",
    "SERVICE_PRINCIPAL, 7f1c2a90-53c1, sp-7f1c2a90-53c1, LAKEBASE_OAUTH_V1",
    "GROUP, Data Engineers, data-engineers, LAKEBASE_OAUTH_V1",
    "PLAIN, report_reader, report-reader, PG_PASSWORD_SCRAM_SHA_256"
  })
  void theIdAndTheLoginFollowFromTheKind(RoleKind kind, String name, String id, String login) {
    creation.kind.set(kind);
    creation.name.set(name);
    RoleDraft draft = draft();
    assertThat(draft.id()).hasToString(id);
    assertThat(draft.postgresRole()).isEqualTo(name);
    assertThat(draft.authMethod()).hasToString(login);
    assertThat(draft.identityType()).isEqualTo(kind.identity());
  }

  @Test
  void anIdThatWasEnteredStays() {
    creation.name.set("jane@example.com");
    creation.id.set("mine");
    creation.name.set("bert@example.com");
    assertThat(creation.id.get()).isEqualTo("mine");
  }

  @Test
  void withoutAnIdTheServiceMakesOne() {
    creation.name.set("jane@example.com");
    creation.id.set("");
    assertThat(draft().id()).isNull();
    assertThat(draft().subject()).isEqualTo(Samples.PRODUCTION);
  }

  @Test
  void rightsAreSent() {
    creation.name.set("jane@example.com");
    creation.superuser.set(true);
    creation.createdb.set(true);
    creation.bypassrls.set(true);
    assertThat(draft().spec())
        .isEqualTo(
            new RoleSpec(List.of("DATABRICKS_SUPERUSER"), new RoleAttributes(true, false, true)));
  }

  @Test
  void aUserIsAnAddressAndAPlainRoleFitsIntoPostgres() {
    creation.name.set("jane");
    assertThat(creation.name.problem()).contains("An e-mail address is needed.");
    creation.kind.set(RoleKind.PLAIN);
    assertThat(creation.name.problem()).isEmpty();
    creation.name.set("ä".repeat(32));
    assertThat(creation.name.problem()).contains("At most 63 bytes.");
  }

  @Test
  void whatIsThereAlreadyIsTaken() {
    creation.kind.set(RoleKind.PLAIN);
    creation.name.set("app");
    assertThat(creation.name.problem()).isPresent();
    creation.name.set("other");
    creation.id.set("app");
    assertThat(creation.id.problem()).isPresent();
    assertThat(creation.draft()).isEmpty();
  }

  @Test
  void nobodysTokenIsNoLogin() {
    creation.kind.set(RoleKind.PLAIN);
    creation.name.set("reader");
    creation.login.set(AuthMethod.OAUTH);
    assertThat(creation.login.problem()).isPresent();
    creation.login.set(AuthMethod.NO_LOGIN);
    assertThat(draft().authMethod()).isEqualTo(AuthMethod.NO_LOGIN);
  }

  @Test
  void saysWhetherPasswordsAreAcceptedAtAll() {
    creation.kind.set(RoleKind.PLAIN);
    assertThat(creation.outcome()).anyMatch(fact -> fact.contains("does not accept Postgres pass"));
    creation.login.set(AuthMethod.NO_LOGIN);
    assertThat(creation.outcome()).noneMatch(fact -> fact.contains("Postgres passwords"));
  }

  @Test
  void theStatementThatSetsAPasswordQuotesTheName() {
    assertThat(Logins.statement("a\"b", "x")).isEqualTo("ALTER ROLE \"a\"\"b\" PASSWORD 'x';");
  }

  @Test
  void theKindOfPlainRoleIsNotSent() {
    assertThat(RoleKind.PLAIN.identity()).isNull();
    assertThat(RoleKind.GROUP.identity()).isEqualTo(IdentityType.GROUP);
  }

  private RoleDraft draft() {
    return (RoleDraft) creation.draft().orElseThrow();
  }
}
