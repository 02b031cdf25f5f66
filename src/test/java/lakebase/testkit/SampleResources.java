package lakebase.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lakebase.model.AuthMethod;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.BranchSpec;
import lakebase.model.BranchState;
import lakebase.model.ComputeDefaults;
import lakebase.model.Database;
import lakebase.model.DatabaseSpec;
import lakebase.model.Endpoint;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointState;
import lakebase.model.EndpointType;
import lakebase.model.Expiration;
import lakebase.model.HistoryStart;
import lakebase.model.IdentityType;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.Role;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.model.Tag;
import lakebase.model.UnknownFields;
import org.jspecify.annotations.Nullable;

/** Single resources as the service would report them. */
public final class SampleResources {

  private static final Instant CREATED = Instant.parse("2026-11-10T14:20:00Z");

  /** Where the history of {@link #production} begins. */
  public static final Instant HISTORY_START = Instant.parse("2026-11-15T09:20:13.5Z");

  private static final long GB = 1L << 30;

  private SampleResources() {}

  /** A project of PostgreSQL 17 with a week of history; an empty display name means none. */
  public static Project project(ProjectName name, String displayName) {
    return new Project(
        name,
        metadata("c0ffee00-0000-4000-8000-" + id12(name.id().value())),
        new ProjectSpec(
            displayName,
            Duration.ofDays(7),
            new ComputeDefaults(
                new SizeRange(1, 4), Suspension.after(Duration.ofMinutes(5)), Map.of()),
            name.branch("production"),
            false,
            null,
            List.of(new Tag("team", "commerce"))),
        new Project.Facts(17, "admin@local", 8 * GB, 5 * GB, Samples.NOW.minusSeconds(12)),
        UnknownFields.NONE);
  }

  /** A default, protected root branch, that tells where its history begins. */
  public static Branch production(BranchName name) {
    Branch.Facts facts =
        facts(BranchState.READY, null, true, null)
            .withHistoryStart(new HistoryStart(HISTORY_START, "0/15A3F20"));
    return branch(name, true, Expiration.never(), facts);
  }

  /** A branch that never expires. */
  public static Branch child(BranchName name, BranchName parent) {
    return branch(name, false, Expiration.never(), facts(BranchState.READY, null, false, parent));
  }

  /** A branch that expires in three days. */
  public static Branch expiring(BranchName name, BranchName parent) {
    return branch(
        name,
        false,
        Expiration.at(Samples.NOW.plus(Duration.ofDays(3))),
        facts(BranchState.READY, null, false, parent));
  }

  /** A branch that is being created. */
  public static Branch starting(BranchName name, BranchName parent) {
    return branch(
        name,
        false,
        Expiration.at(Samples.NOW.plus(Duration.ofDays(1))),
        facts(BranchState.INIT, BranchState.READY, false, parent));
  }

  /** A branch that went to the archive. */
  public static Branch archived(BranchName name, BranchName parent) {
    return branch(
        name, false, Expiration.never(), facts(BranchState.ARCHIVED, null, false, parent));
  }

  /** A branch that can be brought back for six more days. */
  public static Branch deleted(BranchName name, BranchName parent) {
    Branch branch = child(name, parent);
    return branch.withMetadata(
        branch
            .metadata()
            .deleted(Samples.NOW.minus(Duration.ofDays(1)), Samples.NOW.plus(Duration.ofDays(6))));
  }

  /** An active read/write compute that is being resized. */
  public static Endpoint primary(EndpointName name) {
    return endpoint(
        name,
        new SizeRange(1, 4),
        new Endpoint.Facts(
            EndpointType.READ_WRITE,
            EndpointState.ACTIVE,
            EndpointState.ACTIVE,
            hosts(name),
            Samples.NOW.minusSeconds(12)));
  }

  /** An idle read/write compute. */
  public static Endpoint idle(EndpointName name) {
    return endpoint(
        name,
        new SizeRange(0.5, 2),
        new Endpoint.Facts(
            EndpointType.READ_WRITE,
            EndpointState.IDLE,
            null,
            hosts(name),
            Samples.NOW.minus(Duration.ofHours(3))));
  }

  /** An idle read-only compute. */
  public static Endpoint readOnly(EndpointName name) {
    return endpoint(
        name,
        SizeRange.fixed(1),
        new Endpoint.Facts(
            EndpointType.READ_ONLY,
            EndpointState.IDLE,
            null,
            new EndpointHosts(null, "127.77.0.13", null, null),
            null));
  }

  /** The role that the service makes for the owner, and one with a password. */
  public static List<Role> roles(BranchName branch) {
    return List.of(
        role(branch, "admin-local", "admin@local", IdentityType.USER, AuthMethod.OAUTH),
        role(branch, "app", "app", IdentityType.UNSPECIFIED, AuthMethod.PASSWORD));
  }

  /** The database that every branch has. */
  public static List<Database> databases(BranchName branch) {
    return List.of(
        new Database(
            branch.database("databricks-postgres"),
            metadata("db-still-lake-7f3k2p9q"),
            new DatabaseSpec("databricks_postgres", branch.role("admin-local")),
            UnknownFields.NONE));
  }

  private static Role role(
      BranchName branch, String id, String postgresRole, IdentityType identity, AuthMethod auth) {
    return new Role(
        branch.role(id),
        metadata("role-" + id),
        postgresRole,
        identity,
        auth,
        new RoleSpec(List.of(), RoleAttributes.NONE),
        UnknownFields.NONE);
  }

  private static Endpoint endpoint(EndpointName name, SizeRange size, Endpoint.Facts facts) {
    return new Endpoint(
        name,
        metadata("ep-calm-river-" + id12(name.toString())),
        new EndpointSpec(
            size,
            Suspension.after(Duration.ofMinutes(5)),
            false,
            EndpointGroup.SINGLE,
            Map.of("work_mem", "16MB")),
        facts,
        UnknownFields.NONE);
  }

  private static EndpointHosts hosts(EndpointName name) {
    return new EndpointHosts(
        "127.77.0." + (10 + name.branch().id().value().length()), null, null, null);
  }

  private static Branch branch(
      BranchName name, boolean isProtected, Expiration expiration, Branch.Facts facts) {
    return new Branch(
        name,
        metadata("br-quiet-hill-" + id12(name.toString())),
        new BranchSpec(isProtected, expiration),
        facts,
        UnknownFields.NONE);
  }

  private static Branch.Facts facts(
      BranchState state,
      @Nullable BranchState pending,
      boolean isDefault,
      @Nullable BranchName parent) {
    return new Branch.Facts(
        state,
        pending,
        CREATED,
        isDefault,
        GB,
        parent == null ? null : new BranchSource(parent, "0/1A2B3C8", CREATED));
  }

  private static Metadata metadata(String uid) {
    return new Metadata(uid, CREATED, CREATED, null, null);
  }

  private static String id12(String text) {
    return String.format(java.util.Locale.ROOT, "%012x", text.hashCode() & 0xffffffffL);
  }
}
