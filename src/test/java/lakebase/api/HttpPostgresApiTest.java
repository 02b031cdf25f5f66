package lakebase.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import lakebase.model.AccessEntry;
import lakebase.model.ApiFailure;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.CredentialRequest;
import lakebase.model.CurrentUser;
import lakebase.model.OperationName;
import lakebase.model.Page;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.Secret;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each method asks for and makes of the answer. */
@Timeout(60)
class HttpPostgresApiTest {

  private static final BranchName DEV = ProjectName.of("shop").branch("dev");
  private static final String BASE = "/api/2.0/postgres/";

  @Test
  void everyMethodAsksItsPath() throws Exception {
    try (HostileServer server = new HostileServer(HostileServer.json(404, "{}"));
        ClientFixture client = new ClientFixture(server.uri())) {
      everyCall(client.api).forEach(ClientFixture::failure);

      assertThat(server.requests().stream().map(r -> r.substring(0, r.indexOf(" HTTP/"))))
          .containsExactly(
              "GET " + BASE + "projects?page_size=100&show_deleted=true",
              "GET " + BASE + "projects/shop/branches?page_size=100",
              "GET " + BASE + DEV + "/endpoints?page_size=100",
              "GET " + BASE + DEV + "/roles?page_size=100",
              "GET " + BASE + DEV + "/databases?page_size=100",
              "GET " + BASE + "projects/shop",
              "GET " + BASE + DEV,
              "GET " + BASE + DEV + "/endpoints/e",
              "GET " + BASE + DEV + "/endpoints/e/compute-instances",
              "GET " + BASE + DEV + "/roles/r",
              "GET " + BASE + DEV + "/databases/d",
              "GET " + BASE + DEV + "/operations/A-1=",
              "DELETE " + BASE + DEV + "?purge=true",
              "POST " + BASE + "credentials",
              "GET /api/2.0/preview/scim/v2/Me",
              "GET /api/2.0/permissions/database-projects/shop",
              "GET /.well-known/databricks-config");
    }
  }

  private static List<ThrowingCallable> everyCall(PostgresApi api) {
    return List.of(
        () -> api.listProjects(true).next(),
        () -> api.listBranches(DEV.project(), false).next(),
        () -> api.listEndpoints(DEV).next(),
        () -> api.listRoles(DEV).next(),
        () -> api.listDatabases(DEV).next(),
        () -> api.getProject(DEV.project()),
        () -> api.getBranch(DEV),
        () -> api.getEndpoint(DEV.endpoint("e")),
        () -> api.computeActivity(DEV.endpoint("e")),
        () -> api.getRole(DEV.role("r")),
        () -> api.getDatabase(DEV.database("d")),
        () -> api.getOperation(new OperationName(DEV + "/operations/A-1=")),
        () -> api.submit(Change.Delete.forGood(DEV)),
        () -> api.generateCredential(new CredentialRequest(DEV.endpoint("e"), null)),
        api::me,
        () -> api.permissions(DEV.project()),
        api::hostMetadata);
  }

  @Test
  void headersNameTheProductAndCarryTheTokenWhereItIsNeeded() throws Exception {
    try (HostileServer server = new HostileServer(HostileServer.json(404, "{}"));
        ClientFixture client = new ClientFixture(server.uri())) {
      ClientFixture.failure(() -> client.api.submit(new Change.Undelete(DEV)));
      ClientFixture.failure(client.api::hostMetadata);
      String change = server.requests().get(0).toLowerCase(Locale.ROOT);
      assertThat(change)
          .contains("user-agent: lakebase-console/" + Product.version())
          .contains("accept: application/json")
          .contains("content-type: application/json")
          .contains("authorization: bearer " + ClientFixture.TOKEN)
          .endsWith("{}");
      assertThat(Product.version()).matches("\\d+\\.\\d+\\.\\d+.*");
      assertThat(server.requests().get(1).toLowerCase(Locale.ROOT)).doesNotContain("authorization");
    }
  }

  @Test
  void pagesAreFetchedWhenAskedFor() throws Exception {
    try (HostileServer server =
            new HostileServer(
                page("one", "t+1"),
                page("two", "t2"),
                HostileServer.json(500, "{}"),
                page("three", ""));
        ClientFixture client = new ClientFixture(server.uri())) {
      Pages<Project> pages = client.api.listProjects(false);
      assertThat(server.requests()).isEmpty();
      Page<Project> first = pages.next();
      assertThat(first.items())
          .extracting(p -> p.name().toString())
          .containsExactly("projects/one");
      assertThat(server.requests()).hasSize(1);
      pages.next();
      assertThat(server.requests().get(1)).contains("page_token=t%2B1");
      ClientFixture.failure(pages::next);
      assertThat(pages.all())
          .extracting(p -> p.name().toString())
          .containsExactly("projects/three");
      assertThat(server.requests().get(3)).contains("page_token=t2");
      assertThat(pages.hasNext()).isFalse();
    }
  }

  @Test
  void theCallerIsReadWithTheWorkspaceOfTheHeader() throws Exception {
    try (HostileServer server =
            new HostileServer(
                HostileServer.json(
                    200, "{\"userName\":\"jane@example.com\"}", "X-Databricks-Org-Id: 42"));
        ClientFixture client = new ClientFixture(server.uri())) {
      assertThat(client.api.me()).isEqualTo(new CurrentUser("jane@example.com", null, "42"));
    }
  }

  @Test
  void permissionsAreReadOneByOne() throws Exception {
    try (HostileServer server =
            new HostileServer(
                HostileServer.json(
                    200,
                    "{\"access_control_list\":[{\"group_name\":\"g\",\"all_permissions\":"
                        + "[{\"permission_level\":\"CAN_USE\",\"inherited\":true}]}]}"));
        ClientFixture client = new ClientFixture(server.uri())) {
      assertThat(client.api.permissions(DEV.project()))
          .containsExactly(new AccessEntry("group_name", "g", "CAN_USE", true));
    }
  }

  @Test
  void theJournalShowsWhatWasSentAndGot() throws Exception {
    try (HostileServer server =
            new HostileServer(
                HostileServer.json(200, "{\"name\":\"projects/shop\"}", "x-request-id: r-1"));
        ClientFixture client = new ClientFixture(server.uri())) {
      client.api.getProject(DEV.project());
      JournalEntry entry = client.journal.entries().getFirst();
      assertThat(entry.method()).isEqualTo("GET");
      assertThat(entry.path()).isEqualTo(BASE + "projects/shop");
      assertThat(entry.status()).isEqualTo(200);
      assertThat(entry.time()).isEqualTo(ClientFixture.NOW);
      assertThat(entry.traceId()).isEqualTo("r-1");
      assertThat(entry.requestBody()).isNull();
      assertThat(entry.responseBody()).isEqualTo("{\"name\":\"projects/shop\"}");
      assertThat(entry.failure()).isNull();
    }
  }

  @Test
  void aTokenThatNoHeaderCanCarryIsNotQuoted() throws Exception {
    try (HostileServer server = new HostileServer(HostileServer.json(200, "{}"));
        HttpClient http = HttpPostgresApi.newClient()) {
      RequestJournal journal = new RequestJournal();
      HttpPostgresApi api =
          new HttpPostgresApi(
              http, server.uri(), () -> new Secret("to\nken"), journal, Pacing.standard());
      ApiFailure failure = ClientFixture.failure(api::me);
      assertThat(failure).isInstanceOf(ApiFailure.Unauthorized.class);
      assertThat(failure + journal.entries().toString()).doesNotContain("to\nken");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void theTokenIsNotSentWhereItShouldNotGo() {
    try (HttpClient follows =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        HttpClient http = HttpPostgresApi.newClient()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> api(http, "http://workspace.example.com"))
          .withMessageContaining("https://workspace.example.com");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> api(follows, "https://workspace.example.com"));
      assertThat(http.connectTimeout()).contains(Duration.ofSeconds(10));
    }
  }

  private static HttpPostgresApi api(HttpClient http, String base) {
    return new HttpPostgresApi(
        http, URI.create(base), () -> new Secret(""), new RequestJournal(), Pacing.standard());
  }

  private static HostileServer.Move page(String id, String next) {
    return HostileServer.json(
        200,
        "{\"projects\":[{\"name\":\"projects/" + id + "\"}],\"next_page_token\":\"" + next + "\"}");
  }
}
