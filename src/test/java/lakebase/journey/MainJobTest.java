package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import lakebase.api.JournalEntry;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.model.SizeRange;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console is for, from the first project to its deletion, as one person does it. */
@FxTest
class MainJobTest {

  private static final ProjectName PROJECT = ProjectName.of("north-shop");
  private static final BranchName BRANCH = PROJECT.branch("try-out");
  private static final EndpointName COMPUTE = BRANCH.endpoint("replica");
  private static final EndpointName SAMPLE =
      ProjectName.of("sample-shop").branch("development").endpoint("primary");

  @TempDir private Path home;

  private Console console;

  @BeforeEach
  void open() {
    console = Console.open(home);
  }

  @AfterEach
  void close() {
    console.close();
  }

  @Test
  void aProjectIsMadeUsedAndDeleted() {
    createProject();
    createBranch();
    createCompute();
    editCompute();
    deleteAndBringBackBranch();
    deleteProject();
  }

  private void createProject() {
    long before = console.sent();
    console.choose("new", "new-project");
    Ui.type("field-display_name", "North Shop");
    Ui.click("dialog-create");
    console.waitFor(PROJECT.branch("production").endpoint("primary"));
    console.waitUntilDone();
    assertThat(onlyChange(before).path()).endsWith("/projects?project_id=north-shop");
    assertThat(console.known(Project.class, PROJECT).displayName()).isEqualTo("North Shop");
  }

  private void createBranch() {
    console.go(PROJECT);
    console.command("new-branch");
    Ui.type("field-branch_id", "try-out");
    Ui.click("choice-expiration-NEVER");
    Ui.click("dialog-create");
    console.waitFor(BRANCH.endpoint("primary"));
    console.waitUntilDone();
    assertThat(console.known(Branch.class, BRANCH).facts().source()).isNotNull();
  }

  private void createCompute() {
    console.go(BRANCH);
    console.choose("new", "new-compute");
    Ui.type("field-endpoint_id", "replica");
    Ui.click("dialog-create");
    console.waitFor(COMPUTE);
    console.waitUntilDone();
    assertThat(console.known(Endpoint.class, COMPUTE).isReadWrite()).isFalse();
  }

  private void editCompute() {
    console.go(COMPUTE);
    SizeRange old = Objects.requireNonNull(size(COMPUTE));
    long before = console.sent();
    Ui.press(KeyCode.F2);
    Ui.type("max-autoscaling_limit", "6");
    Ui.click("dialog-save");
    Fx.waitFor("the new size", () -> old.withMaxCu(6).equals(size(COMPUTE)));
    console.waitUntilDone();
    JournalEntry sent = onlyChange(before);
    assertThat(sent.method()).isEqualTo("PATCH");
    assertThat(Console.mask(sent)).containsExactly("spec.autoscaling_limit_max_cu");
    assertThat(sent.requestBody()).contains("max_cu").doesNotContain("min_cu", "suspend");
  }

  private void deleteAndBringBackBranch() {
    console.go(BRANCH);
    console.command("delete");
    Ui.click("dialog-confirm");
    Fx.waitFor("the deletion", () -> isDeleted(BRANCH));
    console.waitUntilDone();
    console.go(BRANCH);
    console.command("undelete");
    Ui.click("dialog-confirm");
    Fx.waitFor("the branch to come back", () -> !isDeleted(BRANCH));
    console.waitUntilDone();
    console.waitFor(COMPUTE);
  }

  private void deleteProject() {
    console.go(PROJECT);
    long before = console.sent();
    console.command("delete");
    Ui.click("dialog-confirm");
    Ui.type("dialog-typed", "north");
    Ui.click("dialog-confirm");
    assertThat(console.changesSince(before)).isEmpty();
    assertThat(Ui.reads("This is not the same text.")).isTrue();
    Ui.type("dialog-typed", "north-shop");
    Ui.click("dialog-confirm");
    Fx.waitFor("the deletion", () -> isDeleted(PROJECT));
    assertThat(onlyChange(before).method()).isEqualTo("DELETE");
  }

  @Test
  void aTokenIsSeenOnlyWhenItIsRevealed() throws IOException {
    console.go(SAMPLE);
    console.command("generate-credential");
    Ui.click("credential-reveal");
    String token = Ui.find("credential-token", Label.class).getText();
    assertThat(token).hasSizeGreaterThan(100).startsWith("eyJ");
    Ui.click("credential-reveal");
    assertThat(Ui.reads(token)).isFalse();
    assertThat(Ui.reads(token.substring(token.length() - 20))).isFalse();
    Ui.click("credential-copy");
    assertThat(clipboard()).isEqualTo(token);
    Ui.press(KeyCode.ESCAPE);
    assertThat(Ui.isShown("credential-token")).isFalse();
    String signature = token.substring(token.lastIndexOf('.') + 1);
    assertThat(console.api().journal().entries())
        .noneMatch(entry -> entry.toString().contains(signature));
    console.close();
    assertThat(clipboard()).isNotEqualTo(token);
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(signature);
      }
    }
  }

  private static String clipboard() {
    return Fx.call(
        () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
  }

  @Test
  void theSearchFindsByNameIdUidAndHost() {
    Endpoint compute = console.known(Endpoint.class, SAMPLE);
    Resource branch = console.known(Branch.class, SAMPLE.branch());
    Ui.waitForFocus("tree");
    finds("Shop", SAMPLE.project());
    finds("development", SAMPLE.branch());
    finds(Objects.requireNonNull(branch.metadata().uid()), SAMPLE.branch());
    finds(Objects.requireNonNull(compute.metadata().uid()), SAMPLE);
    finds(Objects.requireNonNull(compute.facts().hosts().host()), SAMPLE);
  }

  private void finds(String text, ResourceName expected) {
    Fx.run(() -> console.store().update(state -> state.select(Ref.of(WorkspaceId.LOCAL))));
    Ui.press(KeyCode.K, Ui.Held.CTRL);
    Ui.waitForFocus("search");
    Ui.type("search", text);
    ListView<?> hits = Ui.find("search-results", ListView.class);
    Fx.waitFor("hits for " + text, () -> !hits.getItems().isEmpty());
    Ui.press(KeyCode.ENTER);
    assertThat(console.state().selection()).as(text).isEqualTo(Console.ref(expected));
  }

  private boolean isDeleted(ResourceName name) {
    return console
        .state()
        .find(Console.ref(name))
        .filter(found -> found.metadata().isDeleted())
        .isPresent();
  }

  private @Nullable SizeRange size(EndpointName name) {
    return console.known(Endpoint.class, name).spec().size();
  }

  private JournalEntry onlyChange(long before) {
    List<JournalEntry> changes = console.changesSince(before);
    assertThat(changes).hasSize(1);
    return changes.getFirst();
  }
}
