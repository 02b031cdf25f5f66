package lakebase.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lakebase.local.store.Reading;
import lakebase.local.store.Shelf;
import lakebase.model.Branch;
import lakebase.model.BranchChildName;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.wire.BranchJson;
import lakebase.wire.DatabaseJson;
import lakebase.wire.EndpointJson;
import lakebase.wire.Json;
import lakebase.wire.ProjectJson;
import lakebase.wire.RoleJson;

/** The stored resources, typed; what is missing is refused as contract §3.4 says. */
class Resources {

  private final Reading reading;

  Resources(Reading reading) {
    this.reading = reading;
  }

  Reading reading() {
    return reading;
  }

  static Shelf shelf(ResourceKind kind) {
    return switch (kind) {
      case PROJECT -> Shelf.PROJECTS;
      case BRANCH -> Shelf.BRANCHES;
      case ENDPOINT -> Shelf.ENDPOINTS;
      case ROLE -> Shelf.ROLES;
      case DATABASE -> Shelf.DATABASES;
    };
  }

  /** What the keys of everything of one kind directly in a parent begin with. */
  static String prefix(ResourceName parent, ResourceKind kind) {
    return parent + "/" + kind.collection() + "/";
  }

  boolean exists(ResourceName name) {
    return reading.has(shelf(name.kind()), name.toString());
  }

  boolean isDeleted(ResourceName name) {
    return reading.has(Shelf.DELETED, name.toString());
  }

  /** Refuses a name whose parents are missing or soft-deleted, the outermost first. */
  void requireParents(ResourceName name) {
    name.parent().ifPresent(this::requireLive);
  }

  /** Refuses what is missing or soft-deleted, or lives in something that is. */
  void requireLive(ResourceName name) {
    require(name);
    if (isDeleted(name)) {
      throw Refusals.deleted(name);
    }
  }

  /** Refuses what is missing, or lives in something that is missing or soft-deleted. */
  void require(ResourceName name) {
    requireParents(name);
    if (!exists(name)) {
      throw Refusals.notFound(name.kind());
    }
  }

  /** The JSON of something that {@link #require} finds. */
  String json(ResourceName name) {
    require(name);
    return Optional.ofNullable(reading.get(shelf(name.kind()), name.toString())).orElseThrow();
  }

  Project project(ProjectName name) {
    return ProjectJson.read(Json.parse(json(name)));
  }

  Branch branch(BranchName name) {
    return BranchJson.read(Json.parse(json(name)));
  }

  Endpoint endpoint(EndpointName name) {
    return EndpointJson.read(Json.parse(json(name)));
  }

  Role role(RoleName name) {
    return RoleJson.read(Json.parse(json(name)));
  }

  Database database(DatabaseName name) {
    return DatabaseJson.read(Json.parse(json(name)));
  }

  List<Branch> branches(ProjectName project) {
    return children(project, ResourceKind.BRANCH, BranchJson::read);
  }

  /** The branches that are not soft-deleted. */
  List<Branch> liveBranches(ProjectName project) {
    return branches(project).stream().filter(branch -> !isDeleted(branch.name())).toList();
  }

  List<Endpoint> endpoints(BranchName branch) {
    return children(branch, ResourceKind.ENDPOINT, EndpointJson::read);
  }

  List<Role> roles(BranchName branch) {
    return children(branch, ResourceKind.ROLE, RoleJson::read);
  }

  List<Database> databases(BranchName branch) {
    return children(branch, ResourceKind.DATABASE, DatabaseJson::read);
  }

  int count(ResourceName parent, ResourceKind kind) {
    return reading.count(shelf(kind), prefix(parent, kind), Integer.MAX_VALUE);
  }

  /** The running operations of that project. */
  List<RunningOperation> running(ProjectName project) {
    List<RunningOperation> found = new ArrayList<>();
    reading.scan(
        Shelf.RUNNING,
        project + "/",
        "",
        entry -> found.add(RunningOperation.read(entry.getKey(), Json.parse(entry.getValue()))));
    return found;
  }

  /** Whether an operation on that resource itself is running. */
  boolean isBusy(ResourceName name) {
    return running(name.project()).stream().anyMatch(running -> running.target().equals(name));
  }

  static boolean siblings(ResourceName one, ResourceName other) {
    return one instanceof BranchChildName a
        && other instanceof BranchChildName b
        && a.branch().equals(b.branch());
  }

  private <T> List<T> children(ResourceName parent, ResourceKind kind, Function<JsonNode, T> read) {
    List<T> found = new ArrayList<>();
    reading.scan(
        shelf(kind),
        prefix(parent, kind),
        "",
        entry -> found.add(read.apply(Json.parse(entry.getValue()))));
    return found;
  }
}
