package lakebase.ui.delete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.testkit.FakeUi;
import lakebase.testkit.SampleResources;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;

class DeleteModelTest {

  private final DeleteModel model = new DeleteModel(new FakeUi(Samples.state()).context);
  private final Branch production = (Branch) Samples.resource(Samples.PRODUCTION);
  private final Branch development = (Branch) Samples.resource(Samples.DEVELOPMENT);

  @Test
  void aRootBranchIsRefusedBeforeItsProtectionIsLookedAt() {
    assertThat(judge(Samples.PRODUCTION)).isInstanceOf(Verdict.Refused.class);
    assertThat(((Verdict.Refused) judge(Samples.PRODUCTION)).lift()).isEmpty();
  }

  @Test
  void aProtectedBranchPointsToItsEdit() {
    Branch shielded = development.withSpec(development.spec().withProtected(true));
    Verdict.Refused refused =
        (Verdict.Refused) model.judge(shielded, around(List.of(production, shielded)));
    assertThat(refused.lift()).contains(Samples.DEVELOPMENT);
  }

  @Test
  void aProjectWithAProtectedBranchPointsToThatBranch() {
    Verdict.Refused refused = (Verdict.Refused) judge(Samples.SHOP);
    assertThat(refused.lift()).contains(Samples.PRODUCTION);
  }

  @Test
  void aProjectWithoutOneNeedsItsNameTypedEvenSoftly() {
    Branch open = production.withSpec(production.spec().withProtected(false));
    Verdict.Allowed allowed =
        (Verdict.Allowed) model.judge(Samples.resource(Samples.SHOP), around(List.of(open)));
    assertThat(allowed.guarded()).isTrue();
    assertThat(allowed.canChoose()).isTrue();
    assertThat(allowed.facts().toString()).contains("2 computes", "7 days");
  }

  @Test
  void aBranchWithChildrenNamesThem() {
    BranchName name = Samples.SHOP.branch("grandchild");
    Branch child =
        new Branch(
            name,
            development.metadata(),
            development.spec(),
            new Branch.Facts(
                development.facts().state(),
                null,
                null,
                false,
                null,
                new BranchSource(Samples.DEVELOPMENT, null, null)),
            development.unknown());
    Verdict.Refused refused =
        (Verdict.Refused) model.judge(development, around(List.of(production, development, child)));
    assertThat(refused.reason()).contains("grandchild");
  }

  @Test
  void aPlainBranchIsDeletedSoftlyWithoutTyping() {
    Verdict.Allowed allowed = (Verdict.Allowed) judge(Samples.DEVELOPMENT);
    assertThat(allowed.guarded()).isFalse();
    assertThat(allowed.canChoose()).isTrue();
  }

  @Test
  void aDeletedBranchCanOnlyGoForGood() {
    assertThat(((Verdict.Allowed) judge(Samples.PR_1797)).canChoose()).isFalse();
  }

  @Test
  void aReadWriteComputeAndOneOfAProtectedBranchAreRefused() {
    assertThat(((Verdict.Refused) judge(Samples.PRIMARY)).lift()).isEmpty();
    assertThat(((Verdict.Refused) judge(Samples.REPORTS)).lift()).contains(Samples.PRODUCTION);
  }

  private Verdict judge(ResourceName name) {
    return model.judge(Samples.resource(name), around(List.of(production, development)));
  }

  private static Surroundings around(List<Branch> branches) {
    return new Surroundings(branches, 2, true);
  }

  @Test
  void theHeirOfARoleThatOwnsADatabaseMustBeChosen() {
    Verdict.Allowed allowed = (Verdict.Allowed) judgeRole("admin-local", contents(2), "somebody");
    Heirs heirs = allowed.heirs().orElseThrow();
    assertThat(heirs.choices()).containsExactly(Optional.of(Samples.PRODUCTION.role("app")));
    assertThat(heirs.proposed()).contains(Samples.PRODUCTION.role("app"));
    assertThat(allowed.guarded()).isFalse();
    assertThat(allowed.purgeFacts().toString()).contains("owns the database databricks_postgres");
  }

  @Test
  void aRoleThatOwnsNothingKnownNeedsNoHeir() {
    Verdict.Allowed allowed = (Verdict.Allowed) judgeRole("app", contents(2), "somebody");
    Heirs heirs = allowed.heirs().orElseThrow();
    assertThat(heirs.proposed()).isEmpty();
    assertThat(heirs.choices()).contains(Optional.empty());
  }

  @Test
  void theOwnRoleNeedsItsNameTyped() {
    Verdict.Allowed allowed =
        (Verdict.Allowed) judgeRole("admin-local", contents(2), "admin@local");
    assertThat(allowed.guarded()).isTrue();
    assertThat(allowed.purgeFacts().getFirst()).contains("your own role");
  }

  @Test
  void theLastRoleThatOwnsADatabaseCannotGo() {
    assertThat(judgeRole("admin-local", contents(1), "somebody"))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> assertThat(refused.advice()).contains("another role"));
  }

  private Verdict judgeRole(String id, Contents contents, String me) {
    return model.role((Role) Samples.resource(Samples.PRODUCTION.role(id)), contents, me);
  }

  private static Contents contents(int roles) {
    return new Contents(
        SampleResources.roles(Samples.PRODUCTION).subList(0, roles),
        SampleResources.databases(Samples.PRODUCTION),
        true);
  }
}
