package lakebase.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import lakebase.auth.Account;
import lakebase.auth.MemorySecrets;
import lakebase.auth.Offer;
import lakebase.auth.SecretKind;
import lakebase.model.Secret;
import lakebase.model.SignIn;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is entered of a workspace, and what may be wrong with it. */
class WorkspaceFormTest {

  private static final WorkspaceId ID = new WorkspaceId("w1");
  private static final WorkspaceSettings KEPT =
      new WorkspaceSettings(
          ID,
          "Prod",
          WorkspaceColour.RED,
          "https://prod.example",
          new SignIn.AccessToken(),
          "",
          true);

  private final FakeUi ui = new FakeUi(Samples.state());

  private WorkspaceForm form(Offer first, @Nullable WorkspaceSettings before) {
    return new WorkspaceForm(ui.context, ID, first, WorkspaceColour.BLUE, before);
  }

  @Test
  void aProfileBringsItsHostAndItsName() {
    WorkspaceForm form = form(Desk.DEV, null);
    assertThat(form.form().isGood()).isTrue();
    assertThat(form.isHostEntered().get()).isFalse();
    assertThat(form.settings())
        .isEqualTo(
            new WorkspaceSettings(
                ID,
                "dev",
                WorkspaceColour.BLUE,
                "https://dev.cloud.databricks.com",
                new SignIn.Profile("dev"),
                "",
                false));
    assertThat(form.account())
        .isEqualTo(
            new Account(
                "w1",
                URI.create("https://dev.cloud.databricks.com"),
                new SignIn.Profile("dev"),
                null));
    form.offer.set(Desk.PROD);
    assertThat(form.name.get()).isEqualTo("prod");
    form.name.set("Production");
    form.offer.set(Desk.DEV);
    assertThat(form.name.get()).isEqualTo("Production");
  }

  @Test
  void theHostIsTakenAsPeopleWriteIt() {
    WorkspaceForm form = form(Desk.BROWSER, null);
    assertThat(form.host.problem()).isPresent();
    for (String wrong :
        new String[] {"http://example.com", "https://a b", "https://me:secret@example.com"}) {
      form.host.set(wrong);
      assertThat(form.host.problem()).as(wrong).isPresent();
    }
    form.host.set(" staging-eu.cloud.databricks.com/?o=1 ");
    assertThat(form.host.problem()).isEmpty();
    assertThat(form.account().host())
        .isEqualTo(URI.create("https://staging-eu.cloud.databricks.com"));
    assertThat(form.name.get()).isEqualTo("staging-eu");
  }

  @Test
  void eachWayAsksForWhatItNeeds() {
    WorkspaceForm form = form(Desk.CLIENT, null);
    form.host.set("https://x.example");
    assertThat(form.clientId.problem()).isPresent();
    assertThat(form.clientSecret.problem()).isPresent();
    assertThat(form.accessToken.problem()).isEmpty();
    form.clientId.set(" 1234 ");
    form.clientSecret.set(" planted ");
    assertThat(form.way().isGood()).isTrue();
    assertThat(form.settings().signIn()).isEqualTo(new SignIn.ServicePrincipal("1234"));
    MemorySecrets secrets = new MemorySecrets();
    form.keepTyped(secrets);
    assertThat(secrets.find("w1", SecretKind.CLIENT_SECRET)).contains(new Secret("planted"));
    assertThat(form.settings().toString()).doesNotContain("planted");
    form.offer.set(Desk.TOKEN);
    assertThat(form.clientId.problem()).isEmpty();
    assertThat(form.accessToken.problem()).isPresent();
  }

  @Test
  void aKeptSecretIsShownToNoOtherHost() {
    MemorySecrets kept = new MemorySecrets();
    kept.keep("w1", SecretKind.ACCESS_TOKEN, new Secret("planted"));
    WorkspaceForm form = form(Desk.TOKEN, KEPT);
    assertThat(form.way().isGood()).isTrue();
    form.host.set("https://elsewhere.example");
    assertThat(form.accessToken.problem()).isPresent();
    MemorySecrets tried = new MemorySecrets();
    form.keepKept(kept, tried);
    assertThat(tried.find("w1", SecretKind.ACCESS_TOKEN)).isEmpty();
    form.host.set(KEPT.host());
    assertThat(form.accessToken.problem()).isEmpty();
    form.keepKept(kept, tried);
    assertThat(tried.find("w1", SecretKind.ACCESS_TOKEN)).isPresent();
  }

  @Test
  void withoutAKeyringThePersonMustAgree() {
    WorkspaceForm form = form(Desk.TOKEN, null);
    form.host.set("https://x.example");
    form.accessToken.set("planted");
    assertThat(form.form().isGood()).isTrue();
    form.lasting.set(false);
    assertThat(form.isAgreementNeeded().get()).isTrue();
    assertThat(form.agreed.problem()).isPresent();
    form.agreed.set(true);
    assertThat(form.form().isGood()).isTrue();
    form.offer.set(Desk.BROWSER);
    assertThat(form.isAgreementNeeded().get()).isFalse();
  }

  @Test
  void anEditNeedsNoSecretAgainUnlessTheWayIsAnother() {
    WorkspaceForm form = form(Desk.TOKEN, KEPT);
    assertThat(form.form().isGood()).isTrue();
    assertThat(form.settings()).isEqualTo(KEPT);
    assertThat(form.isOtherAccount()).isFalse();
    MemorySecrets keyring = new MemorySecrets();
    keyring.keep("w1", SecretKind.ACCESS_TOKEN, new Secret("kept"));
    MemorySecrets tried = new MemorySecrets();
    form.keepKept(keyring, tried);
    assertThat(tried.find("w1", SecretKind.ACCESS_TOKEN)).contains(new Secret("kept"));
    form.offer.set(Desk.CLIENT);
    assertThat(form.clientSecret.problem()).isPresent();
    assertThat(form.isOtherAccount()).isTrue();
  }

  @Test
  void namesAreNotGivenTwiceAndFilesMustBeThere() {
    WorkspaceForm form = form(Desk.DEV, null);
    form.name.set(Samples.state().workspace(Samples.LOCAL).orElseThrow().name());
    assertThat(form.name.problem()).isPresent();
    form.certificates.set(Path.of("no", "such.pem").toString());
    assertThat(form.certificates.problem()).isPresent();
  }
}
