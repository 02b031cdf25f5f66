package lakebase.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lakebase.model.SignIn;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesFileTest {

  @TempDir private Path config;

  private static WorkspaceSettings workspace(String id, SignIn signIn) {
    return new WorkspaceSettings(
        new WorkspaceId(id),
        "Name of " + id,
        WorkspaceColour.VIOLET,
        "https://" + id + ".example.com",
        signIn,
        "/etc/ca.pem",
        true);
  }

  private Path file() {
    return config.resolve(WorkspacesFile.NAME);
  }

  @Test
  void whatIsSavedIsReadAgainWhateverTheSignIn() {
    List<WorkspaceSettings> all =
        List.of(
            WorkspaceSettings.LOCAL.withReadOnly(true),
            workspace("a", new SignIn.Profile("PROD")),
            workspace("b", new SignIn.Environment()),
            workspace("c", new SignIn.Browser()),
            workspace("d", new SignIn.ServicePrincipal("client")),
            workspace("e", new SignIn.AccessToken()),
            workspace("f", new SignIn.AzureCli()),
            workspace("g", new SignIn.DatabricksCli()));
    new WorkspacesFile(config).save(() -> all);
    WorkspacesFile.Content content = new WorkspacesFile(config).load();
    assertThat(content.workspaces()).isEqualTo(all);
    assertThat(content.strange()).isZero();
    assertThat(content.aside()).isEmpty();
  }

  @Test
  void aFirstStartHasNone() {
    assertThat(new WorkspacesFile(config).load().workspaces()).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aBrokenFileIsKeptAndSoIsTheNextOne() throws IOException {
    Files.writeString(file(), "{ broken");
    WorkspacesFile.Content content = new WorkspacesFile(config).load();
    assertThat(content.aside())
        .hasValueSatisfying(aside -> assertThat(aside).hasContent("{ broken"));
    Files.writeString(file(), "broken again");
    assertThat(new WorkspacesFile(config).load().aside())
        .hasValueSatisfying(aside -> assertThat(aside).hasContent("broken again"));
    assertThat(content.aside())
        .hasValueSatisfying(aside -> assertThat(aside).hasContent("{ broken"));
  }

  @Test
  void aFileOfANewerVersionIsKeptAside() throws IOException {
    Files.writeString(file(), "{\"version\": 2, \"workspaces\": []}");
    assertThat(new WorkspacesFile(config).load().aside()).isPresent();
    assertThat(file()).doesNotExist();
  }

  @Test
  void anEntryThatIsNotUnderstoodStaysInTheFile() throws IOException {
    WorkspaceSettings known = workspace("a", new SignIn.Browser());
    new WorkspacesFile(config).save(() -> List.of(known));
    String strange = "{\"id\":\"z\",\"sign_in\":{\"kind\":\"telepathy\"},\"more\":1}";
    Files.writeString(file(), Files.readString(file()).replaceFirst("\\[", "[ " + strange + ","));
    WorkspacesFile again = new WorkspacesFile(config);
    WorkspacesFile.Content content = again.load();
    assertThat(content.workspaces()).containsExactly(known);
    assertThat(content.strange()).isEqualTo(1);
    again.save(() -> List.of(known.withName("Other")));
    assertThat(Files.readString(file())).contains("telepathy").contains("\"more\"");
    assertThat(new WorkspacesFile(config).load().workspaces())
        .containsExactly(known.withName("Other"));
  }

  @Test
  void aLockThatCannotBeReadIsALock() throws IOException {
    new WorkspacesFile(config)
        .save(() -> List.of(workspace("a", new SignIn.Browser()).withReadOnly(false)));
    Files.writeString(
        file(), Files.readString(file()).replace("\"read_only\" : false", "\"read_only\" : {}"));
    assertThat(new WorkspacesFile(config).load().workspaces().getFirst().readOnly()).isTrue();
  }
}
