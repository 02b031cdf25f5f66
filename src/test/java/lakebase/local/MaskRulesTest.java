package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §2.8, word for word. */
class MaskRulesTest {

  private static final String PROJECT = "projects/shop";
  private static final String PRIMARY = PROJECT + "/branches/production/endpoints/primary";

  private static final String REFUSALS =
      """
      .                    | spec.nope                         | {"spec":{}}                  | unknown spec.nope
      .                    | spec.pg_version                   | {"spec":{"pg_version":17}}   | unknown spec.pg_version
      .                    | spec.display_name,spec.nope       | {"spec":{}}                  | unknown spec.nope
      .                    | spec.project_default_settings.suspension | {"spec":{}}           | unknown spec.project_default_settings.suspension
      .                    | spec.default_endpoint_settings.no_suspension | {}                | unknown spec.default_endpoint_settings.no_suspension
      .                    | spec.display_name                 | {"spec":{}}                  | absent spec.display_name
      .                    | spec.display_name                 | {"spec":{"display_name":null}} | absent spec.display_name
      .                    | spec.default_endpoint_settings    | {"spec":{}}                  | absent spec.default_endpoint_settings
      .                    | spec.default_endpoint_settings    | {"spec":{"default_endpoint_settings":{"autoscaling_limit_max_cu":2}}} | absent spec.default_endpoint_settings.suspension
      .                    | spec.default_endpoint_settings.suspension | {"spec":{"default_endpoint_settings":{}}} | absent spec.default_endpoint_settings.suspension
      .                    | *                                 | {"spec":{}}                  | absent spec.budget_policy_id
      /branches/dev        | spec.ttl                          | {"spec":{"ttl":"600s"}}      | unknown spec.ttl
      /branches/dev        | spec.expire_time                  | {"spec":{}}                  | unknown spec.expire_time
      /branches/dev        | spec.source_branch                | {"spec":{}}                  | unknown spec.source_branch
      /branches/dev        | spec.expiration                   | {"spec":{"is_protected":true}} | absent spec.expiration
      /branches/dev        | *                                 | {"spec":{"is_protected":true}} | absent spec.expiration
      /branches/production/endpoints/primary | spec.suspend_timeout_duration | {"spec":{}}    | unknown spec.suspend_timeout_duration
      /branches/production/endpoints/primary | spec.settings.pg_settings['work_mem'] | {}     | unknown spec.settings.pg_settings['work_mem']
      /branches/production/endpoints/primary | spec.endpoint_type | {"spec":{}}               | unknown spec.endpoint_type
      /branches/production/endpoints/primary | spec.suspension    | {"spec":{}}               | absent spec.suspension
      /branches/production/endpoints/primary | spec.group         | {"spec":{"group":{"min":1}}} | absent spec.group.max
      /branches/dev/roles/app | spec.postgres_role             | {"spec":{"postgres_role":"x"}} | unknown spec.postgres_role
      /branches/dev/roles/app | spec.auth_method               | {"spec":{}}                  | unknown spec.auth_method
      /branches/dev/databases/databricks-postgres | spec.nope  | {"spec":{}}                  | unknown spec.nope
      """;

  @TempDir Path directory;
  private LocalWorkspace workspace;
  private Http http;

  @BeforeEach
  void start() {
    workspace = Workspaces.start(Workspaces.instant(directory));
    http = new Http(workspace);
    http.post("projects?project_id=shop", "{}");
    http.post(PROJECT + "/branches?branch_id=dev", "{\"spec\":{\"no_expiry\":true}}");
    http.post(
        PROJECT + "/branches/dev/roles?role_id=app", "{\"spec\":{\"postgres_role\":\"app\"}}");
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = REFUSALS)
  void refusals(String path, String mask, String body, String expected) {
    String target = PROJECT + (path.equals(".") ? "" : path);
    String before = http.get(target).body().toString();
    Http.Answer answer =
        http.patch(target + "?update_mask=" + mask.replace("[", "%5B").replace("]", "%5D"), body);
    String field = expected.substring(expected.indexOf(' ') + 1);
    assertThat(answer.message())
        .isEqualTo(
            expected.startsWith("unknown")
                ? "Unknown field path in update_mask: '" + field + "'"
                : "Field '" + field + "' is in update_mask but not provided in request");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_PARAMETER_VALUE");
    assertThat(http.get(target).body().toString()).isEqualTo(before);
  }

  @Test
  void aMissingMaskIsRefused() {
    for (String query : new String[] {"", "?update_mask="}) {
      assertThat(http.patch(PROJECT + query, "{\"spec\":{\"display_name\":\"x\"}}").message())
          .isEqualTo(
              "Field 'update_mask' is required and must contain at least one subfield with a"
                  + " non-default value!");
    }
  }

  @Test
  void onlyMaskedFieldsChangeAndImmutableOnesMayBeThere() {
    var answer =
        http.patch(
            PROJECT + "?update_mask=spec.display_name",
            "{\"spec\":{\"display_name\":\"New\",\"pg_version\":16,\"budget_policy_id\":\"b\"}}");
    assertThat(answer.text("/response/status/display_name")).isEqualTo("New");
    assertThat(answer.text("/response/status/pg_version")).isEqualTo("17");
    assertThat(answer.body().at("/response/status/budget_policy_id").isMissingNode()).isTrue();
  }

  @Test
  void initialSpecsAreAcceptedAndDoNothing() {
    var answer =
        http.patch(
            PROJECT + "?update_mask=initial_branch_spec,initial_endpoint_spec,spec",
            "{\"name\":\"projects/shop\",\"initial_branch_spec\":{\"is_protected\":true},"
                + "\"spec\":{\"display_name\":\"New\"}}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(http.get(PROJECT + "/branches/production").text("/status/is_protected"))
        .isEqualTo("false");
  }

  @Test
  void specIsAPatchThatResetsTheRetention() {
    http.patch(
        PROJECT + "?update_mask=spec.history_retention_duration,spec.custom_tags",
        "{\"spec\":{\"history_retention_duration\":\"172800s\","
            + "\"custom_tags\":[{\"key\":\"a\",\"value\":\"b\"}]}}");
    var answer = http.patch(PROJECT + "?update_mask=spec", "{\"spec\":{\"display_name\":\"New\"}}");
    assertThat(answer.text("/response/status/history_retention_duration")).isEqualTo("604800s");
    assertThat(answer.text("/response/status/custom_tags/0/key")).isEqualTo("a");
  }

  @Test
  void specThatWouldResetDefaultsFailsButKeepsTheRest() {
    http.patch(
        PROJECT + "?update_mask=spec.default_endpoint_settings.autoscaling_limit_max_cu",
        "{\"spec\":{\"default_endpoint_settings\":{\"autoscaling_limit_max_cu\":4}}}");
    var answer =
        http.patch(PROJECT + "?update_mask=spec", "{\"spec\":{\"display_name\":\"Partly\"}}");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
    assertThat(answer.message())
        .matches(
            "The request could not be processed\\. Please try again later and contact Databricks"
                + " if the problem persists\\. \\[TraceId: [0-9a-f]{32}]");
    var now = http.get(PROJECT);
    assertThat(now.text("/status/display_name")).isEqualTo("Partly");
    assertThat(now.text("/status/default_endpoint_settings/autoscaling_limit_max_cu"))
        .isEqualTo("4");
  }

  @Test
  void specOfAnEndpointResetsTheSuspension() {
    http.patch(PRIMARY + "?update_mask=spec.suspension", "{\"spec\":{\"no_suspension\":true}}");
    assertThat(http.get(PRIMARY).body().at("/status/suspend_timeout_duration").isMissingNode())
        .isTrue();
    http.patch(PRIMARY + "?update_mask=spec", "{\"spec\":{\"autoscaling_limit_max_cu\":2}}");
    assertThat(http.get(PRIMARY).text("/status/suspend_timeout_duration")).isEqualTo("86400s");
  }

  @Test
  void anEmptyBudgetPolicyIsNone() {
    String mask = PROJECT + "?update_mask=spec.budget_policy_id";
    http.patch(mask, "{\"spec\":{\"budget_policy_id\":\"b\"}}");
    assertThat(http.get(PROJECT).text("/status/budget_policy_id")).isEqualTo("b");
    http.patch(mask, "{\"spec\":{\"budget_policy_id\":\"\"}}");
    assertThat(http.get(PROJECT).body().at("/status/budget_policy_id").isMissingNode()).isTrue();
  }

  @Test
  void clearedTagsAreAnEmptyListAndTheirPath() {
    http.patch(
        PROJECT + "?update_mask=spec.custom_tags",
        "{\"spec\":{\"custom_tags\":[{\"key\":\"a\",\"value\":\"b\"}]}}");
    http.patch(PROJECT + "?update_mask=spec.custom_tags", "{\"spec\":{\"custom_tags\":[]}}");
    assertThat(http.get(PROJECT).body().at("/status/custom_tags").isMissingNode()).isTrue();
  }

  @Test
  void aRolesAttributesAreMaskedOneByOneOrWhole() {
    String role = PROJECT + "/branches/dev/roles/app";
    http.patch(
        role + "?update_mask=spec.attributes",
        "{\"spec\":{\"attributes\":{\"createdb\":true,\"createrole\":true}}}");
    http.patch(
        role + "?update_mask=spec.attributes.createrole",
        "{\"spec\":{\"attributes\":{\"createrole\":false}}}");
    assertThat(http.get(role).body().at("/status/attributes").toString())
        .isEqualTo("{\"createdb\":true,\"createrole\":false,\"bypassrls\":false}");
    assertThat(
            http.patch(
                    role + "?update_mask=spec.attributes,spec.attributes.createdb",
                    "{\"spec\":{\"attributes\":{\"createdb\":true}}}")
                .status())
        .isEqualTo(400);
  }
}
