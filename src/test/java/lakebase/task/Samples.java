package lakebase.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lakebase.model.ApiFailure;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSpec;
import lakebase.model.BranchState;
import lakebase.model.ComputeDefaults;
import lakebase.model.Endpoint;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointState;
import lakebase.model.EndpointType;
import lakebase.model.Expiration;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.ServiceError;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.model.UnknownFields;
import org.jspecify.annotations.Nullable;

/** Resources and failures for tests. */
public final class Samples {

  /** When everything here was created. */
  public static final Instant CREATED = Instant.parse("2026-11-01T08:00:00Z");

  private Samples() {}

  public static Project project(String id, String displayName) {
    return new Project(
        ProjectName.of(id),
        Metadata.created("uid-" + id, CREATED),
        new ProjectSpec(
            displayName,
            Duration.ofDays(7),
            new ComputeDefaults(SizeRange.fixed(1), new Suspension.Never(), Map.of()),
            null,
            false,
            null,
            List.of()),
        new Project.Facts(17, "admin@local", null, null, null),
        UnknownFields.NONE);
  }

  public static Branch branch(BranchName name) {
    return new Branch(
        name,
        Metadata.created("br-" + name.id(), CREATED),
        new BranchSpec(false, new Expiration.Never()),
        new Branch.Facts(BranchState.READY, null, CREATED, false, null, null),
        UnknownFields.NONE);
  }

  public static Endpoint endpoint(EndpointName name, @Nullable EndpointState pending) {
    return new Endpoint(
        name,
        Metadata.created("ep-" + name.id(), CREATED),
        new EndpointSpec(SizeRange.fixed(1), new Suspension.Never(), false, null, Map.of()),
        new Endpoint.Facts(
            EndpointType.READ_WRITE,
            pending == null ? EndpointState.ACTIVE : EndpointState.INIT,
            pending,
            EndpointHosts.NONE,
            null),
        UnknownFields.NONE);
  }

  public static ApiFailure.Details details(int status, String code, String message) {
    return new ApiFailure.Details(
        status, new ServiceError(code, message, List.of(), "trace-1"), "GET projects/shop");
  }

  public static ApiFailure notFound() {
    return new ApiFailure.NotFound(details(404, "NOT_FOUND", "branch id not found"));
  }

  public static ApiFailure network() {
    return new ApiFailure.Network(details(0, "NETWORK", "connection refused"));
  }

  public static ApiFailure unauthorized() {
    return new ApiFailure.Unauthorized(details(401, "UNAUTHENTICATED", "not signed in"));
  }

  public static ApiFailure limited(@Nullable Duration retryAfter) {
    return new ApiFailure.RateLimited(
        details(429, "REQUEST_LIMIT_EXCEEDED", "too many requests"), retryAfter);
  }
}
