package lakebase.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSpec;
import lakebase.model.BranchState;
import lakebase.model.CredentialRequest;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.EndpointState;
import lakebase.model.Expiration;
import lakebase.model.Metadata;
import lakebase.model.Operation;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.model.UnknownFields;
import org.junit.jupiter.api.Test;

/** The contract's JSON, word for word. */
class JsonFormTest {

  private static final String PROJECT =
      """
      {"name":"projects/shop","project_id":"shop","uid":"11111111-2222-3333-4444-555555555555",
       "create_time":"2026-01-29T18:00:00Z","update_time":"2026-01-29T18:00:00.500Z",
       "status":{"project_id":"shop","display_name":"Shop","pg_version":16,
        "owner":"jane@example.com","default_branch":"projects/shop/branches/production",
        "default_endpoint_settings":{"autoscaling_limit_min_cu":1,"autoscaling_limit_max_cu":1,
         "suspend_timeout_duration":"86400s"},
        "history_retention_duration":"604800s","enable_pg_native_login":false,
        "branch_logical_size_limit_bytes":8796093022208,"synthetic_storage_size_bytes":0}}
      """;

  @Test
  void theGoldenProjectIsReadAndWrittenAsItIs() {
    Project project = ProjectJson.read(Json.parse(PROJECT));

    assertThat(project.spec().computeDefaults().size()).isEqualTo(SizeRange.fixed(1));
    assertThat(project.spec().historyRetention()).isEqualTo(Duration.ofDays(7));
    assertThat(project.facts().branchLogicalSizeLimitBytes()).isEqualTo(8_796_093_022_208L);
    assertThat(project.unknown()).isEqualTo(UnknownFields.NONE);
    assertThat(Json.text(ProjectJson.write(project))).isEqualTo(Json.text(Json.parse(PROJECT)));
  }

  @Test
  void aLargeNumberMayComeAsText() {
    String text = PROJECT.replace("8796093022208", "\"8796093022208\"");
    assertThat(ProjectJson.read(Json.parse(text))).isEqualTo(ProjectJson.read(Json.parse(PROJECT)));
  }

  @Test
  void whatIsUnknownIsKeptByItsPath() {
    String text =
        PROJECT
            .replace("\"pg_version\":16", "\"pg_version\":16,\"compute_provisioner\":{\"a\":1.50}")
            .replace("\"86400s\"", "\"86400s\",\"burst\":true");
    assertThat(ProjectJson.read(Json.parse(text)).unknown().jsonByPath())
        .isEqualTo(
            Map.of(
                "status.compute_provisioner",
                "{\"a\":1.50}",
                "status.default_endpoint_settings.burst",
                "true"));
  }

  @Test
  void falseIsSaidWhereTheServiceSaysItAndTheRestIsAbsent() {
    BranchName name = ProjectName.of("p").branch("b");
    Branch branch =
        new Branch(
            name,
            Metadata.NONE,
            new BranchSpec(false, Expiration.never()),
            new Branch.Facts(BranchState.READY, null, null, false, null, null),
            UnknownFields.NONE);
    assertThat(Json.text(BranchJson.write(branch)))
        .isEqualTo(
            "{\"name\":\"projects/p/branches/b\",\"branch_id\":\"b\",\"parent\":\"projects/p\","
                + "\"status\":{\"branch_id\":\"b\",\"current_state\":\"READY\","
                + "\"default\":false,\"is_protected\":false}}");
  }

  @Test
  void aTimeToLiveIsReportedAsItsEnd() {
    BranchName name = ProjectName.of("p").branch("b");
    Branch branch =
        new Branch(
            name,
            Metadata.created("u", Instant.parse("2026-01-01T00:00:00Z")),
            new BranchSpec(true, Expiration.after(Duration.ofDays(7))),
            new Branch.Facts(BranchState.READY, null, null, true, 5L, null),
            UnknownFields.NONE);
    assertThat(BranchJson.write(branch).path("status").path("expire_time").textValue())
        .isEqualTo("2026-01-08T00:00:00Z");
  }

  @Test
  void unknownStatesAreHeldAsTheyCame() {
    Endpoint endpoint =
        EndpointJson.read(
            Json.parse(
                """
                {"name":"projects/p/branches/b/endpoints/e","status":{"endpoint_type":"X",
                 "current_state":"HIBERNATING","pending_state":"WAKING","group":null,
                 "no_suspension":true}}
                """));
    assertThat(endpoint.facts().state()).isEqualTo(new EndpointState("HIBERNATING"));
    assertThat(endpoint.isSettled()).isFalse();
    assertThat(endpoint.spec().suspension()).isEqualTo(Suspension.never());
    assertThat(endpoint.unknown()).isEqualTo(UnknownFields.NONE);
  }

  @Test
  void anOperationWithoutDoneIsRunningAndAnyErrorIsAFailure() {
    assertThat(OperationJson.read(Json.parse("{\"name\":\"projects/p/operations/1\"}")).isDone())
        .isFalse();
    assertThat(
            OperationJson.read(Json.parse("{\"name\":\"projects/p/operations/1\",\"error\":{}}"))
                .outcome())
        .isInstanceOf(Operation.Outcome.Failed.class);
  }

  @Test
  void theTraceIdIsCutFromTheMessage() {
    var error =
        ErrorJson.read(
            Json.parse(
                "{\"error_code\":404,\"message\":\"project id not found [TraceId: abc123]\"}"));
    assertThat(error.errorCode()).isEqualTo("404");
    assertThat(error.message()).isEqualTo("project id not found");
    assertThat(error.traceId()).isEqualTo("abc123");
  }

  @Test
  void aRequestIdInTheDetailsIsATraceIdToo() {
    var error =
        ErrorJson.read(
            Json.parse(
                """
                {"error_code":"BAD_REQUEST","message":"no","details":[
                 {"reason":"RESOURCE_CONFLICT"},{"request_id":"r-1"}]}
                """));
    assertThat(error.traceId()).isEqualTo("r-1");
    assertThat(error.details()).contains("{\"reason\":\"RESOURCE_CONFLICT\"}");
  }

  @Test
  void errorsOfOtherMakesAreRead() {
    assertThat(ErrorJson.read(Json.parse("{\"error\":\"invalid_client\",\"details\":7}")))
        .extracting(e -> e.errorCode(), e -> e.message())
        .containsExactly("invalid_client", "");
    assertThat(ErrorJson.read(Json.parse("[1]")).errorCode()).isEqualTo("UNKNOWN");
  }

  @Test
  void timesHaveTheirForms() {
    assertThat(Timestamps.parse("2026-01-29T19:00:00.5+01:00"))
        .contains(Instant.parse("2026-01-29T18:00:00.5Z"));
    for (String wrong : List.of("", "2026-01-29", "2026-02-30T00:00:00Z", "1", "+12026-01-01T")) {
      assertThat(Timestamps.parse(wrong)).isEmpty();
    }
    assertThat(Durations.parse("0.500s")).contains(Duration.ofMillis(500));
    assertThat(Durations.parse("-1.5s")).contains(Duration.ofMillis(-1500));
    for (String wrong : List.of("", "s", "300", "5m", "1.s", "1e3s", "999999999999s", " 1s")) {
      assertThat(Durations.parse(wrong)).isEmpty();
    }
  }

  @Test
  void aRequestForACredentialNamesItsLifeOnlyWhereOneIsAskedFor() {
    EndpointName endpoint = EndpointName.parse("projects/p/branches/b/endpoints/e");
    assertThat(Requests.credential(new CredentialRequest(endpoint, Duration.ofMinutes(5))))
        .isEqualTo("{\"endpoint\":\"projects/p/branches/b/endpoints/e\",\"ttl\":\"300s\"}");
    assertThat(Requests.credential(new CredentialRequest(endpoint, null)))
        .isEqualTo("{\"endpoint\":\"projects/p/branches/b/endpoints/e\"}");
    assertThat(Requests.credential(new CredentialRequest(endpoint, null, "analysts")))
        .isEqualTo(
            "{\"endpoint\":\"projects/p/branches/b/endpoints/e\",\"group_name\":\"analysts\"}");
  }

  @Test
  void whatIsNotJsonSaysWhereAndNotWhat() {
    for (String wrong : List.of("", "{", "hunter2", "{\"a\":hunter2}", "{} hunter2", "\"hunter2")) {
      assertThatThrownBy(() -> Json.parse(wrong))
          .isInstanceOf(WireException.class)
          .hasMessageNotContaining("hunter2")
          .hasNoCause();
    }
  }
}
