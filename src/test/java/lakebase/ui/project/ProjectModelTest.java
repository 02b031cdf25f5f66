package lakebase.ui.project;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lakebase.model.ApiFailure;
import lakebase.state.AppState;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import lakebase.ui.detail.Command;
import lakebase.ui.detail.Notice;
import lakebase.ui.detail.Page;
import lakebase.ui.project.ProjectContent.BranchRow;
import org.junit.jupiter.api.Test;

final class ProjectModelTest {

  private static final Ref SHOP = Ref.of(Samples.LOCAL, Samples.SHOP);

  private final FakeUi fake = new FakeUi(Samples.state());

  private Page<ProjectContent> page(AppState state) {
    ProjectModel model = new ProjectModel(fake.context);
    return model.page(model.source(state, SHOP));
  }

  private static List<BranchRow> rows(Page<ProjectContent> page) {
    return page.body() instanceof Page.Body.Known<ProjectContent>(var content)
        ? content.branches()
        : List.of();
  }

  @Test
  void theDefaultBranchIsFirst() {
    List<BranchRow> rows = rows(page(Samples.state()));
    assertThat(rows).hasSize(6);
    assertThat(rows.getFirst().ref().name()).isEqualTo(Samples.PRODUCTION);
    assertThat(rows.getFirst().name().badges())
        .extracting(badge -> badge.text())
        .containsExactly("default", "protected");
  }

  @Test
  void aReadyBranchHasTheStateOfItsCompute() {
    assertThat(rows(page(Samples.state())))
        .extracting(row -> row.state().text())
        .containsExactly("Active", "Idle", "Creating", "Idle", "Archived", "Deleted");
  }

  @Test
  void summarizesInOneLine() {
    assertThat(page(Samples.state()).heading().summary())
        .isEqualTo("PostgreSQL 17 · owner admin@local · history 7 d · 6 branches · 5 GB");
  }

  @Test
  void saysThatWhatIsShownIsOld() {
    LoadState failed =
        new LoadState.Failed(
            new ApiFailure.Network(Samples.failure(0, "UNKNOWN", "refused")), Samples.NOW);
    AppState state =
        Samples.state()
            .changeInventory(
                Samples.LOCAL,
                inventory ->
                    inventory.changeProject(
                        Samples.SHOP,
                        entry -> entry.withBranches(entry.branches().withLoad(failed))));
    Page<ProjectContent> page = page(state);
    assertThat(rows(page)).hasSize(6);
    assertThat(page.notices()).extracting(Notice::id).containsExactly("notice-stale");
    requireNonNull(page.notices().getFirst().action()).action().run();
    assertThat(fake.calls).contains("refresh " + Samples.SHOP);
  }

  @Test
  void proposesTheDefaultBranchAsTheParent() {
    Page<ProjectContent> page = page(Samples.state());
    requireNonNull(page.commands().primary()).action().run();
    assertThat(fake.calls).containsExactly("newBranch " + Samples.PRODUCTION);
  }

  @Test
  void theMenuLeadsToThePermissionsUnlessTheWorkspaceIsLocked() {
    Command open = permissions(page(Samples.state()));
    assertThat(open.obstacle()).isEmpty();
    open.action().run();
    assertThat(fake.calls).containsExactly("permissions " + Samples.SHOP);
    Page<ProjectContent> locked =
        page(
            Samples.state()
                .changeWorkspace(
                    Samples.LOCAL,
                    found -> found.withSettings(found.settings().withReadOnly(true))));
    assertThat(permissions(locked).obstacle())
        .isNotEmpty()
        .isEqualTo(requireNonNull(locked.commands().edit()).obstacle());
  }

  private static Command permissions(Page<ProjectContent> page) {
    return page.commands().more().stream()
        .filter(command -> command.id().equals("permissions"))
        .findFirst()
        .orElseThrow();
  }
}
