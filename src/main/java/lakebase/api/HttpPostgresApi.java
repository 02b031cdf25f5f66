package lakebase.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import lakebase.model.AccessEntry;
import lakebase.model.ApiFailure;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.ComputeActivity;
import lakebase.model.Credential;
import lakebase.model.CredentialRequest;
import lakebase.model.CurrentUser;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.HostMetadata;
import lakebase.model.Operation;
import lakebase.model.OperationName;
import lakebase.model.Page;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.wire.CurrentUserJson;
import lakebase.wire.Requests;
import lakebase.wire.Responses;
import lakebase.wire.WireException;
import org.jspecify.annotations.Nullable;

/**
 * The Postgres API over HTTP. Any number of threads may share one; {@link RetryPolicy} says what is
 * tried again.
 */
public final class HttpPostgresApi implements PostgresApi {

  private static final Map<String, String> DELETED_TOO = Map.of("show_deleted", "true");

  private final Caller caller;
  private final RequestJournal journal;

  /**
   * The API of the workspace at that address.
   *
   * @param client used for every call; must not follow redirects, which would carry the token along
   * @param base {@code https://HOST}, or {@code http://} on this machine
   * @param tokens gives the bearer token
   * @param journal notes every attempt
   * @param pacing limits, waits, time
   * @throws IllegalArgumentException when a token must not be sent to the address
   */
  public HttpPostgresApi(
      HttpClient client, URI base, TokenSource tokens, RequestJournal journal, Pacing pacing) {
    this(() -> client, base, tokens, journal, pacing);
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the client must not follow redirects");
    }
  }

  /** The same by clients that are asked for at each attempt. */
  HttpPostgresApi(
      Supplier<HttpClient> clients,
      URI base,
      TokenSource tokens,
      RequestJournal journal,
      Pacing pacing) {
    Transport transport = new Transport(clients, BaseUri.checked(base), pacing.limit());
    this.caller = new Caller(transport, tokens, journal, pacing);
    this.journal = journal;
  }

  @Override
  public RequestJournal journal() {
    return journal;
  }

  /** A client fit for this: one for the whole application, because it holds the connections. */
  public static HttpClient newClient() {
    return HttpClients.builder().build();
  }

  @Override
  public Pages<Project> listProjects(boolean showDeleted) {
    return list("", ResourceKind.PROJECT, showDeleted, Responses::projects);
  }

  @Override
  public Pages<Branch> listBranches(ProjectName project, boolean showDeleted) {
    return list(project + "/", ResourceKind.BRANCH, showDeleted, Responses::branches);
  }

  @Override
  public Pages<Endpoint> listEndpoints(BranchName branch) {
    return list(branch + "/", ResourceKind.ENDPOINT, false, Responses::endpoints);
  }

  @Override
  public Pages<Role> listRoles(BranchName branch) {
    return list(branch + "/", ResourceKind.ROLE, false, Responses::roles);
  }

  @Override
  public Pages<Database> listDatabases(BranchName branch) {
    return list(branch + "/", ResourceKind.DATABASE, false, Responses::databases);
  }

  @Override
  public Project getProject(ProjectName name) throws InterruptedException {
    return call(get(name), Responses::project);
  }

  @Override
  public Branch getBranch(BranchName name) throws InterruptedException {
    return call(get(name), Responses::branch);
  }

  @Override
  public Endpoint getEndpoint(EndpointName name) throws InterruptedException {
    return call(get(name), Responses::endpoint);
  }

  @Override
  public ComputeActivity computeActivity(EndpointName name) throws InterruptedException {
    return call(
        ApiRequest.get(ApiRequest.POSTGRES + name + RequestJournal.WATCHED, Map.of()),
        Responses::computeActivity);
  }

  @Override
  public Role getRole(RoleName name) throws InterruptedException {
    return call(get(name), Responses::role);
  }

  @Override
  public Database getDatabase(DatabaseName name) throws InterruptedException {
    return call(get(name), Responses::database);
  }

  @Override
  public Operation getOperation(OperationName name) throws InterruptedException {
    return call(get(name), Responses::operation);
  }

  @Override
  public Operation submit(Change change) throws InterruptedException {
    ApiRequest request = ApiRequest.of(change);
    return change instanceof Change.Share share
        ? call(request, body -> carriedOut(share, body))
        : call(request, Responses::operation);
  }

  @Override
  public Credential generateCredential(CredentialRequest request) throws InterruptedException {
    return call(
        ApiRequest.post(
            ApiRequest.POSTGRES + "credentials", Map.of(), Requests.credential(request)),
        Responses::credential);
  }

  @Override
  public CurrentUser me() throws InterruptedException {
    ApiRequest request = ApiRequest.get("/api/2.0/preview/scim/v2/Me", Map.of());
    Answer answer = caller.call(request);
    String workspaceId = answer.header(CurrentUserJson.WORKSPACE_HEADER);
    return read(request, answer, body -> Responses.currentUser(body, workspaceId));
  }

  @Override
  public List<AccessEntry> permissions(ProjectName project) throws InterruptedException {
    return call(
        ApiRequest.get(ApiRequest.PERMISSIONS + project.id(), Map.of()), Responses::permissions);
  }

  @Override
  public HostMetadata hostMetadata() throws InterruptedException {
    return call(
        ApiRequest.get("/.well-known/databricks-config", Map.of()), Responses::hostMetadata);
  }

  /** The permissions API knows no operations: what it answered has happened. */
  private static Operation carriedOut(Change.Share share, byte[] body) {
    Responses.permissions(body); // which must be a list
    return new Operation(
        new OperationName(share.subject() + "/operations/permissions"),
        null,
        new Operation.Outcome.Succeeded(new String(body, StandardCharsets.UTF_8)));
  }

  private static ApiRequest get(Object name) {
    return ApiRequest.get(ApiRequest.POSTGRES + name, Map.of());
  }

  private <T> Pages<T> list(
      String parent, ResourceKind kind, boolean showDeleted, Function<byte[], Page<T>> reader) {
    return new PagedCall<>(
        ApiRequest.POSTGRES + parent + kind.collection(),
        showDeleted ? DELETED_TOO : Map.of(),
        request -> call(request, reader),
        request -> protocol(request, 200, "ENDLESS_LIST", "the list's pages do not end", null));
  }

  private <T> T call(ApiRequest request, Function<byte[], T> reader) throws InterruptedException {
    return read(request, caller.call(request), reader);
  }

  private static <T> T read(ApiRequest request, Answer answer, Function<byte[], T> reader) {
    try {
      return reader.apply(answer.body().bytes());
    } catch (WireException strange) {
      // Its text names the place and never the content.
      String message = "not the answer that was expected: " + strange.getMessage();
      throw protocol(request.summary(), answer.status(), "MALFORMED", message, answer.traceId());
    }
  }

  private static ApiException protocol(
      String request, int status, String code, String message, @Nullable String traceId) {
    return new ApiException(
        new ApiFailure.Protocol(
            new ApiFailure.Details(status, FailureReader.ours(code, message, traceId), request)));
  }
}
