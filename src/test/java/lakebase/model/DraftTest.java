package lakebase.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a creation may be called (contract §3.4), before anything is sent. */
class DraftTest {

  private static final BranchName BRANCH = ProjectName.of("shop").branch("dev");

  private static final List<Function<String, Draft>> DRAFTS =
      List.of(
          id -> ProjectDraft.of(id, "Shop"),
          id -> BranchDraft.of(ProjectName.of("shop").branch(id), Expiration.never()),
          id -> EndpointDraft.readOnly(BRANCH.endpoint(id)),
          id -> RoleDraft.plain(BRANCH, id, "app"),
          id ->
              new DatabaseDraft(
                  BRANCH, new ResourceId(id), new DatabaseSpec("app", BRANCH.role("app")), false));

  @ParameterizedTest
  @ValueSource(strings = {"Upper", "1st", "under_score", "-a", "a-", "a.b"})
  void aBadIdIsRefused(String id) {
    for (Function<String, Draft> draft : DRAFTS) {
      assertThatThrownBy(() -> draft.apply(id)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a-1"})
  void aGoodOneIsTaken(String id) {
    for (Function<String, Draft> draft : DRAFTS) {
      assertThat(draft.apply(id).subject().id().value()).isEqualTo(id);
    }
  }
}
