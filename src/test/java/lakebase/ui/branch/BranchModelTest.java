package lakebase.ui.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lakebase.model.BranchName;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import lakebase.ui.detail.Fact;
import lakebase.ui.detail.FactGroup;
import lakebase.ui.detail.Page;
import org.junit.jupiter.api.Test;

final class BranchModelTest {

  private static Page<BranchContent> page(BranchName name) {
    AppState state = Samples.state();
    BranchModel model = new BranchModel(new FakeUi(state).context);
    return model.page(model.source(state, Ref.of(Samples.LOCAL, name)));
  }

  private static BranchContent content(BranchName name) {
    if (page(name).body() instanceof Page.Body.Known<BranchContent>(var content)) {
      return content;
    }
    throw new AssertionError("not known: " + name);
  }

  private static Fact fact(BranchName name, String id) {
    return content(name).facts().stream()
        .flatMap(group -> group.facts().stream())
        .filter(fact -> fact.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsDownToTheExpiration() {
    assertThat(fact(Samples.DEVELOPMENT, "branch-expires-fact").note())
        .isEqualTo("(3 d 00:00:00 left)");
    assertThat(fact(Samples.PRODUCTION, "branch-expires-fact").text()).isEqualTo("never");
  }

  @Test
  void sizeMomentAndLogPositionCanBeCopied() {
    assertThat(fact(Samples.DEVELOPMENT, "branch-logical-size").copied()).isEqualTo("1073741824");
    assertThat(fact(Samples.DEVELOPMENT, "branch-taken").copied())
        .isEqualTo("2026-11-10T14:20:00Z");
    assertThat(fact(Samples.DEVELOPMENT, "branch-lsn").copied()).isEqualTo("0/1A2B3C8");
  }

  @Test
  void tellsFromWhereOnItCanBeBranched() {
    assertThat(fact(Samples.PRODUCTION, "branch-history").copied())
        .isEqualTo("2026-11-15T09:20:14Z");
    assertThat(fact(Samples.PRODUCTION, "branch-history-lsn").text()).isEqualTo("0/15A3F20");
    assertThat(fact(Samples.RELEASE_6, "branch-history").copied())
        .isEqualTo("2026-11-15T09:15:00Z");
    assertThat(content(Samples.DEVELOPMENT).facts())
        .flatExtracting(FactGroup::facts)
        .extracting(Fact::id)
        .as("a branch that expires cannot be branched")
        .doesNotContain("branch-history");
  }

  @Test
  void leadsToItsParent() {
    Fact parent = fact(Samples.DEVELOPMENT, "branch-parent-fact");
    assertThat(parent.link()).isEqualTo(Ref.of(Samples.LOCAL, Samples.PRODUCTION));
    assertThat(fact(Samples.PRODUCTION, "branch-parent-fact").link()).isNull();
  }

  @Test
  void listsComputesAndChildren() {
    BranchContent content = content(Samples.PRODUCTION);
    assertThat(content.computes())
        .extracting(row -> row.name().text())
        .containsExactly("primary", "reports");
    assertThat(content.children())
        .extracting(row -> row.name().text())
        .containsExactly("development", "pr-1841", "release-7", "release-6", "pr-1797");
    assertThat(content(Samples.DEVELOPMENT).children()).isEmpty();
  }

  @Test
  void namesTheOwnerOfADatabaseAsPostgresDoes() {
    assertThat(content(Samples.PRODUCTION).databases())
        .extracting(row -> row.owner().text())
        .containsExactly("admin@local");
  }

  @Test
  void tellsAPendingState() {
    assertThat(page(Samples.PR_1841).heading().badges())
        .extracting(badge -> badge.text())
        .containsExactly("Creating", "moving to Ready", "expires in 1 d");
  }

  @Test
  void aBranchThatExpiresOffersAComputeAndSaysWhyNoBranch() {
    Page<BranchContent> page = page(Samples.DEVELOPMENT);
    assertThat(page.commands().primary())
        .returns("new-compute", command -> command == null ? "" : command.id());
    assertThat(page.commands().more())
        .filteredOn(command -> command.id().equals("new-branch"))
        .extracting(command -> command.obstacle())
        .containsExactly("A branch that expires cannot have children.");
  }

  @Test
  void aDeletedBranchHasANoticeAndNoCommands() {
    Page<BranchContent> page = page(Samples.PR_1797);
    assertThat(page.notices()).hasSize(1);
    assertThat(page.notices().getFirst().text()).contains("in 6 d");
    assertThat(List.of(page.commands().primary(), page.commands().edit()))
        .noneMatch(command -> command.isPossible());
  }

  @Test
  void saysWhatARoleOwnsAndWhatATaskDoesToIt() {
    AppState state =
        Samples.state()
            .withTask(
                new BackgroundTask(
                    9,
                    BackgroundTask.Verb.DELETE,
                    Ref.of(Samples.LOCAL, Samples.PRODUCTION.role("app")),
                    "app",
                    List.of(),
                    Samples.NOW,
                    null,
                    null,
                    new BackgroundTask.Progress.Waiting(4)));
    BranchModel busy = new BranchModel(new FakeUi(state).context);
    Page<BranchContent> page =
        busy.page(busy.source(state, Ref.of(Samples.LOCAL, Samples.PRODUCTION)));
    if (page.body() instanceof Page.Body.Known<BranchContent>(BranchContent content)) {
      assertThat(content.roles())
          .extracting(row -> row.owns().text())
          .containsExactly("databricks_postgres", "–");
      assertThat(content.roles().get(1).name().badges())
          .extracting(badge -> badge.text())
          .containsExactly("Deleting");
    } else {
      throw new AssertionError("not known");
    }
  }

  @Test
  void aDeletedBranchTakesNoRoles() {
    assertThat(content(Samples.PR_1797).newRole().getFirst().isPossible()).isFalse();
    assertThat(content(Samples.PRODUCTION).newRole().getFirst().isPossible()).isTrue();
  }
}
