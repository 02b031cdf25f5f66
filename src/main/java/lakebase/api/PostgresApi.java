package lakebase.api;

import java.util.List;
import lakebase.model.AccessEntry;
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

/**
 * The Postgres API of one workspace (contract §1). Every method blocks, may be called from any
 * thread, throws {@link ApiException} when the call fails and {@link InterruptedException} when the
 * calling thread is interrupted, which also ends the request.
 */
public interface PostgresApi {

  /** The projects; {@code showDeleted} includes soft-deleted ones. */
  Pages<Project> listProjects(boolean showDeleted);

  /** The branches of a project; {@code showDeleted} includes soft-deleted ones. */
  Pages<Branch> listBranches(ProjectName project, boolean showDeleted);

  /** The endpoints of a branch. */
  Pages<Endpoint> listEndpoints(BranchName branch);

  /** The roles of a branch. */
  Pages<Role> listRoles(BranchName branch);

  /** The databases of a branch. */
  Pages<Database> listDatabases(BranchName branch);

  /** One project. */
  Project getProject(ProjectName name) throws InterruptedException;

  /** One branch. */
  Branch getBranch(BranchName name) throws InterruptedException;

  /** One endpoint. */
  Endpoint getEndpoint(EndpointName name) throws InterruptedException;

  /**
   * What an endpoint does now. A service that does not tell it fails with 404 or 501. Asked for
   * again and again, therefore the journal keeps only the last exchange of each endpoint.
   */
  ComputeActivity computeActivity(EndpointName name) throws InterruptedException;

  /** One role. */
  Role getRole(RoleName name) throws InterruptedException;

  /** One database. */
  Database getDatabase(DatabaseName name) throws InterruptedException;

  /** How far an operation is. */
  Operation getOperation(OperationName name) throws InterruptedException;

  /**
   * Asks for a change. Tried again only where it certainly was not carried out (contract §4).
   *
   * @return the operation as the service answered it, usually not done; for a {@link Change.Share},
   *     which has none, one that is done, under a name that cannot be asked for
   */
  Operation submit(Change change) throws InterruptedException;

  /** A new database credential. */
  Credential generateCredential(CredentialRequest request) throws InterruptedException;

  /** Who the caller is (contract §1.4). */
  CurrentUser me() throws InterruptedException;

  /** Who may do what with a project (contract §1.4). */
  List<AccessEntry> permissions(ProjectName project) throws InterruptedException;

  /** What the host says of itself without sign-in (contract §9.3). */
  HostMetadata hostMetadata() throws InterruptedException;

  /** What this client sent and got; empty for a client that keeps no journal. Any thread. */
  default RequestJournal journal() {
    return new RequestJournal();
  }
}
