package lakebase.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lakebase.model.AccessLevel;
import lakebase.model.AccessSpec;
import lakebase.model.BranchDraft;
import lakebase.model.BranchName;
import lakebase.model.BranchPoint;
import lakebase.model.Change;
import lakebase.model.ComputeDefaults;
import lakebase.model.DatabaseDraft;
import lakebase.model.DatabaseSpec;
import lakebase.model.EndpointDraft;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointSpec;
import lakebase.model.Expiration;
import lakebase.model.Lsn;
import lakebase.model.MaskTable;
import lakebase.model.Principal;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.ResourceId;
import lakebase.model.RoleDraft;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.model.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The exact request of every change. */
class ApiRequestTest {

  private static final ProjectName SHOP = ProjectName.of("shop");
  private static final BranchName DEV = SHOP.branch("dev");
  private static final ComputeDefaults DEFAULTS =
      new ComputeDefaults(new SizeRange(0.5, 2), Suspension.never(), Map.of("work_mem", "8MB"));

  @Test
  void projectIsCreated() {
    ProjectDraft draft =
        new ProjectDraft(
            new ResourceId("shop"),
            "Shop",
            17,
            Duration.ofDays(7),
            DEFAULTS,
            new ComputeDefaults(
                SizeRange.fixed(4), Suspension.after(Duration.ofMinutes(5)), Map.of()),
            List.of(new Tag("team", "web")));
    assertSent(
        new Change.Create(draft),
        "POST projects?project_id=shop",
        "{\"spec\":{\"display_name\":\"Shop\",\"pg_version\":17,"
            + "\"history_retention_duration\":\"604800s\",\"default_endpoint_settings\":{"
            + "\"autoscaling_limit_min_cu\":0.5,\"autoscaling_limit_max_cu\":2,"
            + "\"no_suspension\":true,\"pg_settings\":{\"work_mem\":\"8MB\"}},"
            + "\"custom_tags\":[{\"key\":\"team\",\"value\":\"web\"}]},"
            + "\"initial_endpoint_spec\":{\"autoscaling_limit_min_cu\":4,"
            + "\"autoscaling_limit_max_cu\":4,\"suspend_timeout_duration\":\"300s\"}}");
  }

  @Test
  void branchIsCreated() {
    assertSent(
        new Change.Create(
            new BranchDraft(
                DEV,
                SHOP.branch("production"),
                new BranchPoint.AtLsn(new Lsn("0/1A")),
                Expiration.after(Duration.ofDays(7)),
                false,
                true)),
        "POST projects/shop/branches?branch_id=dev&replace_existing=true",
        "{\"spec\":{\"source_branch\":\"projects/shop/branches/production\","
            + "\"source_branch_lsn\":\"0/1A\",\"ttl\":\"604800s\",\"is_protected\":false}}");
    assertSent(
        new Change.Create(BranchDraft.of(DEV, Expiration.never())),
        "POST projects/shop/branches?branch_id=dev",
        "{\"spec\":{\"no_expiry\":true}}");
  }

  @Test
  void endpointIsCreated() {
    assertSent(
        new Change.Create(EndpointDraft.readOnly(DEV.endpoint("replica"))),
        "POST projects/shop/branches/dev/endpoints?endpoint_id=replica",
        "{\"spec\":{\"endpoint_type\":\"ENDPOINT_TYPE_READ_ONLY\"}}");
  }

  @Test
  void roleAndDatabaseAreCreated() {
    assertSent(
        new Change.Create(RoleDraft.plain(DEV, "app", "app_user")),
        "POST projects/shop/branches/dev/roles?role_id=app",
        "{\"spec\":{\"postgres_role\":\"app_user\"}}");
    assertSent(
        new Change.Create(
            new DatabaseDraft(DEV, null, new DatabaseSpec("orders", DEV.role("app")), false)),
        "POST projects/shop/branches/dev/databases",
        "{\"spec\":{\"postgres_database\":\"orders\","
            + "\"role\":\"projects/shop/branches/dev/roles/app\"}}");
  }

  @Test
  void onlyTheChangedFieldsAreSent() {
    ProjectSpec before =
        new ProjectSpec(
            "Shop",
            Duration.ofDays(7),
            DEFAULTS,
            DEV,
            true,
            "policy",
            List.of(new Tag("team", "web")));
    ProjectSpec after =
        before
            .withBudgetPolicyId(null)
            .withCustomTags(List.of())
            .withComputeDefaults(DEFAULTS.withPgSettings(Map.of()));
    assertSent(
        Change.Update.between(MaskTable.PROJECT, SHOP, before, after),
        "PATCH projects/shop?update_mask=spec.budget_policy_id,spec.custom_tags,"
            + "spec.default_endpoint_settings.pg_settings",
        "{\"spec\":{\"budget_policy_id\":\"\",\"custom_tags\":[],"
            + "\"default_endpoint_settings\":{\"pg_settings\":{}}}}");
  }

  @Test
  void aGroupIsSentWithBothItsEnds() {
    EndpointSpec before =
        new EndpointSpec(
            SizeRange.fixed(1),
            Suspension.never(),
            false,
            new EndpointGroup(2, 2, false),
            Map.of());
    assertSent(
        Change.Update.between(
            MaskTable.ENDPOINT,
            DEV.endpoint("primary"),
            before,
            before.withGroup(new EndpointGroup(2, 2, true))),
        "PATCH projects/shop/branches/dev/endpoints/primary"
            + "?update_mask=spec.group.enable_readable_secondaries",
        "{\"spec\":{\"group\":{\"min\":2,\"max\":2,\"enable_readable_secondaries\":true}}}");
  }

  @Test
  void deletionsAndUndeletion() {
    assertSent(Change.Delete.soft(SHOP), "DELETE projects/shop", null);
    assertSent(Change.Delete.forGood(SHOP), "DELETE projects/shop?purge=true", null);
    // Endpoints know no purge.
    assertSent(
        Change.Delete.forGood(DEV.endpoint("e")),
        "DELETE projects/shop/branches/dev/endpoints/e",
        null);
    assertSent(
        new Change.Delete(DEV.role("a"), false, DEV.role("b")),
        "DELETE projects/shop/branches/dev/roles/a"
            + "?reassign_owned_to=projects/shop/branches/dev/roles/b",
        null);
    assertSent(new Change.Undelete(SHOP), "POST projects/shop/undelete", "{}");
  }

  @Test
  void queriesAreEscaped() {
    ApiRequest request = ApiRequest.get("/x", Map.of("page_token", "a+b/c=&d é"));
    assertThat(request.uri(URI.create("https://h:1")))
        .hasToString("https://h:1/x?page_token=a%2Bb/c%3D%26d%20%C3%A9");
  }

  private static void assertSent(Change change, String line, @Nullable String body) {
    ApiRequest request = ApiRequest.of(change);
    assertThat(request.method() + " " + request.pathAndQuery())
        .isEqualTo(line.replaceFirst(" ", " /api/2.0/postgres/"));
    assertThat(request.body()).isEqualTo(body);
    assertThat(request.prettyBody().isPresent()).isEqualTo(body != null);
  }

  @Test
  void permissionsAreMergedOrReplacedThroughTheirOwnApi() {
    ProjectName shop = ProjectName.of("shop");
    Principal anna = new Principal(Principal.Kind.USER, "anna@example.com");
    Principal admins = new Principal(Principal.Kind.GROUP, "admins");
    AccessSpec one = AccessSpec.NOBODY.with(anna, AccessLevel.CAN_MANAGE);
    AccessSpec two = one.with(admins, AccessLevel.CAN_USE);
    ApiRequest given = ApiRequest.of(Change.Share.between(shop, one, two));
    assertThat(given.method()).isEqualTo(ApiRequest.Method.PATCH);
    assertThat(given.pathAndQuery()).isEqualTo("/api/2.0/permissions/database-projects/shop");
    assertThat(given.body())
        .isEqualTo(
            "{\"access_control_list\":[{\"group_name\":\"admins\",\"permission_level\":\"CAN_USE\"}]}");
    ApiRequest taken = ApiRequest.of(Change.Share.between(shop, two, one));
    assertThat(taken.method()).isEqualTo(ApiRequest.Method.PUT);
    assertThat(taken.body()).contains("anna@example.com").doesNotContain("admins");
  }
}
