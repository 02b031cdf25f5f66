package lakebase.api;

import java.util.List;
import java.util.function.BooleanSupplier;
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
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.model.ServiceError;

/**
 * A workspace's client behind its read-only lock: while it is locked, whatever changes the
 * workspace is refused here, before anything is sent, with {@link ApiFailure.Forbidden} and the
 * error code {@value #LOCKED}. A database credential is not a change: it is handed out as before,
 * because looking at data needs one, and what a role may do is the database's to decide.
 */
public final class ReadOnlyApi implements PostgresApi {

  /** The error code of a refused change. */
  public static final String LOCKED = "WORKSPACE_READ_ONLY";

  private final Supplier<PostgresApi> api;
  private final BooleanSupplier locked;

  /**
   * Asks both anew at every call, so that a lock holds at once for everyone who has this.
   *
   * @param api the client of the moment; may throw {@link ApiException} when there is none
   * @param locked whether changes are refused now; from any thread
   */
  public ReadOnlyApi(Supplier<PostgresApi> api, BooleanSupplier locked) {
    this.api = api;
    this.locked = locked;
  }

  @Override
  public Operation submit(Change change) throws InterruptedException {
    unlessLocked(ApiRequest.of(change));
    return api.get().submit(change);
  }

  private void unlessLocked(ApiRequest request) {
    if (locked.getAsBoolean()) {
      ServiceError error =
          new ServiceError(
              LOCKED,
              "this console holds the workspace locked against changes; nothing was sent",
              List.of(),
              null);
      throw new ApiException(
          new ApiFailure.Forbidden(new ApiFailure.Details(0, error, request.summary())));
    }
  }

  @Override
  public Pages<Project> listProjects(boolean showDeleted) {
    return api.get().listProjects(showDeleted);
  }

  @Override
  public Pages<Branch> listBranches(ProjectName project, boolean showDeleted) {
    return api.get().listBranches(project, showDeleted);
  }

  @Override
  public Pages<Endpoint> listEndpoints(BranchName branch) {
    return api.get().listEndpoints(branch);
  }

  @Override
  public Pages<Role> listRoles(BranchName branch) {
    return api.get().listRoles(branch);
  }

  @Override
  public Pages<Database> listDatabases(BranchName branch) {
    return api.get().listDatabases(branch);
  }

  @Override
  public Project getProject(ProjectName name) throws InterruptedException {
    return api.get().getProject(name);
  }

  @Override
  public Branch getBranch(BranchName name) throws InterruptedException {
    return api.get().getBranch(name);
  }

  @Override
  public Endpoint getEndpoint(EndpointName name) throws InterruptedException {
    return api.get().getEndpoint(name);
  }

  @Override
  public ComputeActivity computeActivity(EndpointName name) throws InterruptedException {
    return api.get().computeActivity(name);
  }

  @Override
  public Role getRole(RoleName name) throws InterruptedException {
    return api.get().getRole(name);
  }

  @Override
  public Database getDatabase(DatabaseName name) throws InterruptedException {
    return api.get().getDatabase(name);
  }

  @Override
  public Operation getOperation(OperationName name) throws InterruptedException {
    return api.get().getOperation(name);
  }

  @Override
  public Credential generateCredential(CredentialRequest request) throws InterruptedException {
    return api.get().generateCredential(request);
  }

  @Override
  public CurrentUser me() throws InterruptedException {
    return api.get().me();
  }

  @Override
  public List<AccessEntry> permissions(ProjectName project) throws InterruptedException {
    return api.get().permissions(project);
  }

  @Override
  public HostMetadata hostMetadata() throws InterruptedException {
    return api.get().hostMetadata();
  }

  /** That of the client of the moment; empty when there is none. */
  @Override
  public RequestJournal journal() {
    try {
      return api.get().journal();
    } catch (ApiException notConnected) {
      return new RequestJournal();
    }
  }
}
