package lakebase.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lakebase.model.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine offers, and from where (contract §9.1, §9.2). */
class DiscoveryTest {

  private static final String FILE =
      """
      ; made by hand
      [__settings__]
      default_profile = dev
      [DEFAULT]
      host  = https://prod.cloud.databricks.com/
      token = dapi-planted-secret # of last year
      [dev]
      host = dev.cloud.databricks.com
      auth_type = databricks-cli
      [robot]
      host = https://prod.cloud.databricks.com
      client_id = 1234
      client_secret = planted-secret
      [azure]
      host = https://adb-1.1.azuredatabricks.net
      azure_workspace_resource_id = /subscriptions/x
      [empty]
      """;

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  private Discovery discover() {
    return Discovery.of(new Machine(environment, home, "Linux"));
  }

  private List<Offer> profiles() {
    return discover().offers().stream()
        .filter(offer -> offer.signIn() instanceof SignIn.Profile)
        .toList();
  }

  private static Offer profile(String name, String host, Offer.Kind kind, Path file) {
    return new Offer(new SignIn.Profile(name), host, kind, file.toString());
  }

  @Test
  void everyProfileIsOfferedWithItsHostAndKindAndWithoutItsSecrets() throws Exception {
    Path file = Files.writeString(home.resolve(".databrickscfg"), FILE);
    assertThat(profiles())
        .containsExactly(
            profile("DEFAULT", "https://prod.cloud.databricks.com/", Offer.Kind.ACCESS_TOKEN, file),
            profile("dev", "dev.cloud.databricks.com", Offer.Kind.DATABRICKS_CLI, file),
            profile(
                "robot", "https://prod.cloud.databricks.com", Offer.Kind.SERVICE_PRINCIPAL, file),
            profile("azure", "https://adb-1.1.azuredatabricks.net", Offer.Kind.AZURE_CLI, file));
    assertThat(discover().toString()).doesNotContain("planted-secret");
  }

  @Test
  void anotherFileIsReadWhereTheEnvironmentNamesOne() throws Exception {
    Files.writeString(home.resolve(".databrickscfg"), FILE);
    Path other = Files.writeString(home.resolve("other"), "[only]\nhost=https://x\ntoken=y\n");
    environment.put("DATABRICKS_CONFIG_FILE", "~/other");
    assertThat(profiles())
        .containsExactly(profile("only", "https://x", Offer.Kind.ACCESS_TOKEN, other));
  }

  @Test
  void anUnreadableFileIsNamed() throws Exception {
    Path directory = Files.createDirectory(home.resolve(".databrickscfg"));
    assertThat(discover().unreadable()).containsExactly(directory);
    assertThat(profiles()).isEmpty();
  }

  @Test
  void theEnvironmentIsOfferedByTheNamesOfItsVariables() {
    environment.put("DATABRICKS_HOST", "https://x.example");
    environment.put("DATABRICKS_TOKEN", "planted-secret");
    Discovery found = discover();
    assertThat(found.offers())
        .contains(
            new Offer(
                new SignIn.Environment(),
                "https://x.example",
                Offer.Kind.ACCESS_TOKEN,
                "DATABRICKS_HOST, DATABRICKS_TOKEN"));
    assertThat(found.toString()).doesNotContain("planted-secret");
  }

  @Test
  void toolsAreOfferedWhereTheyAreInstalled() throws Exception {
    assertThat(discover().offers())
        .extracting(Offer::kind)
        .containsExactly(Offer.Kind.BROWSER, Offer.Kind.SERVICE_PRINCIPAL, Offer.Kind.ACCESS_TOKEN);
    Path az = Files.createFile(home.resolve("az"));
    Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
    Files.createFile(home.resolve("databricks"));
    environment.put("PATH", "/nowhere:" + home);
    assertThat(discover().offers())
        .contains(new Offer(new SignIn.AzureCli(), "", Offer.Kind.AZURE_CLI, az.toString()))
        .noneMatch(offer -> offer.signIn() instanceof SignIn.DatabricksCli);
  }
}
