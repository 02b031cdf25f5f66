package lakebase.wire;

import java.util.List;
import java.util.Optional;
import lakebase.model.AccessEntry;
import lakebase.model.Branch;
import lakebase.model.ComputeActivity;
import lakebase.model.Credential;
import lakebase.model.CurrentUser;
import lakebase.model.Database;
import lakebase.model.Endpoint;
import lakebase.model.HostMetadata;
import lakebase.model.Operation;
import lakebase.model.Page;
import lakebase.model.Project;
import lakebase.model.Role;
import lakebase.model.ServiceError;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the service's answers, bytes in and model out, for a client that has no business
 * with JSON trees. Every method throws {@link WireException} when the bytes are something else.
 */
public final class Responses {

  private Responses() {}

  /** A page of projects. */
  public static Page<Project> projects(byte[] body) {
    return ProjectJson.readPage(Json.parse(body));
  }

  /** A page of branches. */
  public static Page<Branch> branches(byte[] body) {
    return BranchJson.readPage(Json.parse(body));
  }

  /** A page of endpoints. */
  public static Page<Endpoint> endpoints(byte[] body) {
    return EndpointJson.readPage(Json.parse(body));
  }

  /** A page of roles. */
  public static Page<Role> roles(byte[] body) {
    return RoleJson.readPage(Json.parse(body));
  }

  /** A page of databases. */
  public static Page<Database> databases(byte[] body) {
    return DatabaseJson.readPage(Json.parse(body));
  }

  /** One project. */
  public static Project project(byte[] body) {
    return ProjectJson.read(Json.parse(body));
  }

  /** One branch. */
  public static Branch branch(byte[] body) {
    return BranchJson.read(Json.parse(body));
  }

  /** One endpoint. */
  public static Endpoint endpoint(byte[] body) {
    return EndpointJson.read(Json.parse(body));
  }

  /** One role. */
  public static Role role(byte[] body) {
    return RoleJson.read(Json.parse(body));
  }

  /** One database. */
  public static Database database(byte[] body) {
    return DatabaseJson.read(Json.parse(body));
  }

  /** What an endpoint does. */
  public static ComputeActivity computeActivity(byte[] body) {
    return ComputeActivityJson.read(Json.parse(body));
  }

  /** An operation. */
  public static Operation operation(byte[] body) {
    return OperationJson.read(Json.parse(body));
  }

  /** A credential. */
  public static Credential credential(byte[] body) {
    return CredentialJson.read(Json.parse(body));
  }

  /** The caller, in the workspace that the answer's header named. */
  public static CurrentUser currentUser(byte[] body, @Nullable String workspaceId) {
    return CurrentUserJson.read(Json.parse(body), workspaceId);
  }

  /** Who may do what with a project. */
  public static List<AccessEntry> permissions(byte[] body) {
    return PermissionsJson.read(Json.parse(body));
  }

  /** What a host says of itself. */
  public static HostMetadata hostMetadata(byte[] body) {
    return HostMetadataJson.read(Json.parse(body));
  }

  /** The service's account of an error; empty when the body is none. Never throws. */
  public static Optional<ServiceError> error(byte[] body) {
    try {
      ServiceError error = ErrorJson.read(Json.parse(body));
      boolean saysNothing =
          error.errorCode().equals(ErrorJson.UNKNOWN) && error.message().isEmpty();
      return saysNothing ? Optional.empty() : Optional.of(error);
    } catch (WireException notJson) {
      return Optional.empty();
    }
  }

  /** The text of that member of a JSON object; empty when the body has none. */
  public static Optional<String> member(String body, String name) {
    try {
      return Optional.ofNullable(Json.parse(body).path(name).textValue());
    } catch (WireException notJson) {
      return Optional.empty();
    }
  }
}
