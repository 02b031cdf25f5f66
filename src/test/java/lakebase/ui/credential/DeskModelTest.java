package lakebase.ui.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lakebase.connect.Offer;
import lakebase.connect.Shell;
import lakebase.connect.TextKind;
import lakebase.model.AuthMethod;
import lakebase.model.Credential;
import lakebase.model.CredentialRequest;
import lakebase.model.Database;
import lakebase.model.DatabaseSpec;
import lakebase.model.Endpoint;
import lakebase.model.EndpointHosts;
import lakebase.model.IdentityType;
import lakebase.model.Metadata;
import lakebase.model.Role;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;
import lakebase.model.Secret;
import lakebase.model.UnknownFields;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;

final class DeskModelTest {

  private static final Ref.OfResource PRIMARY = Ref.of(Samples.LOCAL, Samples.PRIMARY);

  private final FakeTime time = new FakeTime();
  private final FakeBoard board = new FakeBoard();
  private final FakeUi fake = new FakeUi(state());
  private final Keys keys = new Keys(this::valid);
  private final DeskModel desk;

  DeskModelTest() {
    fake.api = keys.api();
    desk =
        new DeskModel(
            fake.context,
            PRIMARY,
            Samples.PRIMARY,
            new CredentialModel(
                Keys.on(fake, time),
                PRIMARY,
                Samples.PRIMARY,
                new ClipboardGuard(board, time, time)),
            Shell.POSIX);
  }

  private Credential valid() {
    return new Credential(new Secret(Keys.TOKEN), time.instant().plus(Duration.ofHours(1)));
  }

  /** The sample with more roles, databases and hosts. */
  static AppState state() {
    EndpointHosts hosts =
        new EndpointHosts(
            "ep-1.example.com", "ep-1-ro.example.com", "ep-1-pooler.example.com", null);
    return Samples.state()
        .changeWorkspace(Samples.LOCAL, found -> found.withAddress("https://example.com"))
        .changeInventory(
            Samples.LOCAL,
            all ->
                all.changeBranch(
                    Samples.PRODUCTION,
                    branch ->
                        branch
                            .withEndpoints(
                                branch
                                    .endpoints()
                                    .change(Samples.PRIMARY, found -> withHosts(found, hosts)))
                            .withRoles(
                                Samples.loaded(
                                    List.of(
                                        role("bob", "bob@example.com", IdentityType.USER),
                                        role("analysts", "analysts", IdentityType.GROUP),
                                        role("bad", "two\nlines", IdentityType.GROUP),
                                        role("admin", "admin@local", IdentityType.USER)),
                                    Role::name))
                            .withDatabases(
                                Samples.loaded(
                                    List.of(database("a-shop"), database("databricks_postgres")),
                                    Database::name))));
  }

  private static Endpoint withHosts(Endpoint endpoint, EndpointHosts hosts) {
    Endpoint.Facts facts = endpoint.facts();
    return endpoint.withFacts(
        new Endpoint.Facts(
            facts.type(), facts.state(), facts.pendingState(), hosts, facts.lastActiveTime()));
  }

  private static Role role(String id, String name, IdentityType identity) {
    return new Role(
        Samples.PRODUCTION.role(id),
        Metadata.NONE,
        name,
        identity,
        AuthMethod.OAUTH,
        new RoleSpec(List.of(), RoleAttributes.NONE),
        UnknownFields.NONE);
  }

  private static Database database(String name) {
    return new Database(
        Samples.PRODUCTION.database(name.replace('_', '-')),
        Metadata.NONE,
        new DatabaseSpec(name, null),
        UnknownFields.NONE);
  }

  private RoleChoice role(int at) {
    return desk.choicesProperty().get().roles().get(at);
  }

  private Offer offer() {
    return desk.offerProperty().get().orElseThrow();
  }

  @Test
  void offersTheCallersOwnRoleFirstThenGroupsThenOthers() {
    assertThat(desk.choicesProperty().get().roles())
        .containsExactly(
            new RoleChoice("admin@local", RoleChoice.Whose.OWN),
            new RoleChoice("analysts", RoleChoice.Whose.GROUP),
            new RoleChoice("bob@example.com", RoleChoice.Whose.OTHER));
    assertThat(desk.choicesProperty().get().databases())
        .containsExactly("databricks_postgres", "a-shop");
  }

  @Test
  void readsRolesAndDatabasesWhenItOpens() {
    desk.open();
    assertThat(fake.calls).contains("readContents " + Samples.PRODUCTION);
    assertThat(offer().login().target().user()).isEqualTo("admin@local");
    assertThat(keys.requests)
        .containsExactly(new CredentialRequest(Samples.PRIMARY, Duration.ofHours(1)));
  }

  @Test
  void aGroupsRoleGetsATokenOfTheGroup() {
    desk.open();
    desk.roleProperty().set(role(1));
    assertThat(keys.requests)
        .last()
        .isEqualTo(new CredentialRequest(Samples.PRIMARY, Duration.ofHours(1), "analysts"));
    assertThat(offer().login().target().user()).isEqualTo("analysts");
    assertThat(offer().minting().group()).isEqualTo("analysts");
    desk.roleProperty().set(role(0));
    assertThat(keys.requests).hasSize(3).last().extracting(CredentialRequest::group).isNull();
  }

  @Test
  void somebodyElsesRoleGetsNoneAndSaysWhy() {
    desk.open();
    desk.roleProperty().set(role(2));
    assertThat(desk.roleProblem()).contains("bob@example.com");
    assertThat(desk.offerProperty().get()).isEmpty();
    assertThat(desk.text()).isEmpty();
    // A program of that person's gets its own.
    desk.kindProperty().set(TextKind.PSYCOPG);
    assertThat(desk.text()).contains("user=\"bob@example.com\"");
    desk.copyText();
    assertThat(fake.calls).last().asString().startsWith("copy # pip install");
    desk.token().generate();
    assertThat(keys.requests).hasSize(1);
    desk.roleProperty().set(role(0));
    assertThat(desk.roleProblem()).isEmpty();
    assertThat(keys.requests).hasSize(2);
    assertThat(desk.offerProperty().get()).isPresent();
  }

  @Test
  void theReadOnlyHostCanBeChosenAndThePooledOnesCannot() {
    desk.open();
    assertThat(desk.choicesProperty().get().hosts())
        .extracting(HostChoice::host)
        .containsExactly("ep-1.example.com", "ep-1-ro.example.com");
    assertThat(desk.choicesProperty().get().pooled()).containsExactly("ep-1-pooler.example.com");
    desk.hostProperty().set(desk.choicesProperty().get().hosts().get(1));
    desk.databaseProperty().set("a-shop");
    assertThat(desk.text()).contains("host=ep-1-ro.example.com").contains("dbname=a-shop");
    assertThat(keys.requests).hasSize(1);
  }

  @Test
  void everySecretTextIsWipedAndTheOthersAreJustCopied() {
    desk.open();
    for (TextKind kind : TextKind.values()) {
      desk.kindProperty().set(kind);
      assertThat(desk.text()).as(kind.name()).isNotEmpty().doesNotContain(Keys.TOKEN);
      desk.copyText();
      if (kind.isSecret()) {
        assertThat(board.text()).as(kind.name()).contains(Keys.TOKEN);
        time.pass(Duration.ofMinutes(1));
        assertThat(board.text()).as(kind.name()).isEmpty();
      } else {
        assertThat(fake.calls).last().asString().startsWith("copy ").doesNotContain(Keys.TOKEN);
      }
    }
  }

  @Test
  void aTextOfAnExpiredTokenIsGone() {
    desk.open();
    desk.copyText();
    time.pass(Duration.ofHours(1));
    desk.token().tick();
    assertThat(board.text()).isEmpty();
    assertThat(desk.offerProperty().get()).isEmpty();
    desk.copyText();
    assertThat(board.text()).isEmpty();
  }

  @Test
  void whatIsChosenStaysWhenMoreBecomesKnown() {
    desk.open();
    desk.databaseProperty().set("a-shop");
    desk.roleProperty().set(role(1));
    desk.kindProperty().set(TextKind.JAVA);
    // There is no program in Java for a group.
    assertThat(desk.kindProperty().get()).isEqualTo(TextKind.PSYCOPG);
    desk.take(DeskChoices.of(fake.store.state(), PRIMARY, Samples.PRIMARY));
    assertThat(desk.databaseProperty().get()).isEqualTo("a-shop");
    assertThat(desk.roleProperty().get()).isEqualTo(role(1));
    assertThat(keys.requests).hasSize(2);
  }
}
