package lakebase.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lakebase.model.ProjectName;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryFilesTest {

  private static final WorkspaceId PROD = new WorkspaceId("w-prod");

  @TempDir private Path cache;

  private InventoryFiles files() {
    return new InventoryFiles(cache);
  }

  private Path file() throws IOException {
    try (Stream<Path> all = Files.walk(cache)) {
      return all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  @Test
  void whatIsSavedIsReadAgainWithItsAge() {
    Inventory sample = Samples.inventory();
    files().save(PROD, new InventoryFiles.Kept("ada@example.com", sample));
    InventoryFiles.Kept kept = files().load(PROD).orElseThrow();
    assertThat(kept.user()).isEqualTo("ada@example.com");
    assertThat(kept.inventory().projects().asOf()).isEqualTo(Samples.NOW);
    assertThat(kept.inventory().projects().load()).isEqualTo(LoadState.NOT_LOADED);
    assertThat(kept.inventory().projects().items().keySet())
        .containsExactlyElementsOf(sample.projects().items().keySet());
    assertThat(kept.inventory().find(Samples.PRIMARY)).isEqualTo(sample.find(Samples.PRIMARY));
    assertThat(kept.inventory().find(Samples.PR_1797)).isEqualTo(sample.find(Samples.PR_1797));
    Listing<?, ?> unread = kept.inventory().project(Samples.CHECKOUT).orElseThrow().branches();
    assertThat(unread).isEqualTo(Listing.unknown());
    BranchEntry production = kept.inventory().branch(Samples.PRODUCTION).orElseThrow();
    assertThat(production.endpoints().asOf()).isEqualTo(Samples.NOW);
  }

  @Test
  void eachWorkspaceHasItsOwn() {
    files().save(PROD, new InventoryFiles.Kept("", Samples.inventory()));
    assertThat(files().load(WorkspaceId.LOCAL)).isEmpty();
    files().delete(PROD);
    assertThat(files().load(PROD)).isEmpty();
  }

  @Test
  void anIdStaysInsideTheDirectory() throws IOException {
    WorkspaceId strange = new WorkspaceId("../../up");
    files().save(strange, new InventoryFiles.Kept("", Samples.inventory()));
    assertThat(file().getParent()).isEqualTo(cache.resolve("inventories"));
    assertThat(files().load(strange)).isPresent();
  }

  @Test
  void aBrokenFileIsNone() throws IOException {
    files().save(PROD, new InventoryFiles.Kept("", Samples.inventory()));
    String whole = Files.readString(file());
    for (String broken :
        List.of("", "no", "[]", "{}", whole.substring(0, whole.length() / 2), "{\"version\":9}")) {
      Files.writeString(file(), broken);
      assertThat(files().load(PROD)).as(broken).isEmpty();
    }
  }

  @Test
  void whatIsStrangeInItIsLeftOut() throws IOException {
    files().save(PROD, new InventoryFiles.Kept("", Samples.inventory()));
    Files.writeString(
        file(),
        Files.readString(file())
            .replaceFirst("\"name\":\"projects/sample-shop\"", "\"name\":\"not a name\""));
    Inventory inventory = files().load(PROD).orElseThrow().inventory();
    assertThat(inventory.projects().items().keySet())
        .containsExactly(Samples.ANALYTICS, Samples.CHECKOUT);
  }

  @Test
  void oneThatWasNeverReadHasNoAge() {
    Map<ProjectName, ProjectEntry> some = Samples.inventory().projects().items();
    files()
        .save(
            PROD,
            new InventoryFiles.Kept("", new Inventory(new Listing<>(some, LoadState.LOADING))));
    assertThat(files().load(PROD)).isEmpty();
    files()
        .save(
            PROD,
            new InventoryFiles.Kept("", new Inventory(Listing.remembered(some, Instant.EPOCH))));
    assertThat(files().load(PROD).orElseThrow().inventory().projects().asOf())
        .isEqualTo(Instant.EPOCH);
  }
}
