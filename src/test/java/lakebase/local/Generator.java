package lakebase.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import lakebase.local.store.Ledger;
import lakebase.local.store.Shelf;
import lakebase.local.store.Writing;
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
import lakebase.model.IdentityType;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.ResourceId;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.model.Tag;
import lakebase.model.UnknownFields;
import lakebase.wire.BranchJson;
import lakebase.wire.DatabaseJson;
import lakebase.wire.EndpointJson;
import lakebase.wire.Json;
import lakebase.wire.ProjectJson;
import lakebase.wire.RoleJson;
import org.jspecify.annotations.Nullable;

/**
 * Fills the store of a stopped local workspace with a company's worth of projects, always the same
 * for the same numbers.
 */
public final class Generator {

  private static final List<String> AREAS =
      List.of(
          "Checkout",
          "Billing",
          "Search",
          "Catalogue",
          "Fraud Detection",
          "Customer 360",
          "Recommendations",
          "Inventory",
          "Shipping",
          "Pricing",
          "Loyalty",
          "Ledger",
          "Payroll",
          "Telemetry",
          "Claims",
          "Underwriting",
          "Fleet",
          "Scheduling",
          "Support Desk",
          "Returns");
  private static final List<String> STAGES =
      List.of("", " prod", "-staging", " (EU)", "-analytics", " v2", " sandbox", "_migration");
  private static final List<String> BRANCHES =
      List.of("development", "staging", "feature", "bugfix", "pr", "review", "load-test", "demo");
  private static final String OWNER = "owner@local";

  private final SplittableRandom random = new SplittableRandom(20260301);
  private final Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final Writing writing;

  private Generator(Writing writing) {
    this.writing = writing;
  }

  /** Adds that many projects with that many branches each and that many computes a branch. */
  public static void fill(Path directory, int projects, int branches, int computes)
      throws IOException {
    try (Ledger ledger = Ledger.open(directory)) {
      boolean done =
          ledger.change(writing -> {
            new Generator(writing).fill(projects, branches, computes);
            return true;
          });
      if (!done) {
        throw new IllegalStateException("nothing was written");
      }
    }
  }

  private void fill(int projects, int branches, int computes) {
    for (int i = 0; i < projects; i++) {
      String display = displayName(i);
      String id = ResourceId.propose(display + " " + i);
      ProjectName project = ProjectName.of(id);
      put(Shelf.PROJECTS, project, ProjectJson.write(project(project, display)));
      for (int j = 0; j < branches; j++) {
        BranchName branch = project.branch(j == 0 ? "production" : branchId(j));
        put(Shelf.BRANCHES, branch, BranchJson.write(branch(branch, project, j)));
        for (int k = 0; k < computes; k++) {
          EndpointName name = branch.endpoint(k == 0 ? "primary" : "replica-" + k);
          put(Shelf.ENDPOINTS, name, EndpointJson.write(endpoint(name, k == 0)));
        }
        Role role = role(branch);
        put(Shelf.ROLES, role.name(), RoleJson.write(role));
        Database database = database(branch, role);
        put(Shelf.DATABASES, database.name(), DatabaseJson.write(database));
      }
    }
  }

  /** Names such as "Checkout", "checkout-staging", "Fraud Detection (EU) 3". */
  private String displayName(int i) {
    String area = AREAS.get(i % AREAS.size());
    String stage = STAGES.get(i / AREAS.size() % STAGES.size());
    String name = stage.startsWith("-") ? area.toLowerCase(Locale.ROOT) + stage : area + stage;
    int round = i / (AREAS.size() * STAGES.size());
    return round == 0 ? name : name + " " + (round + 1);
  }

  private static String branchId(int j) {
    return BRANCHES.get((j - 1) % BRANCHES.size()) + (j <= BRANCHES.size() ? "" : "-" + j);
  }

  private Project project(ProjectName name, String display) {
    ComputeDefaults defaults =
        new ComputeDefaults(SizeRange.fixed(1), Suspension.after(Duration.ofDays(1)), Map.of());
    List<Tag> tags =
        List.of(
            new Tag("team", AREAS.get(random.nextInt(AREAS.size())).toLowerCase(Locale.ROOT)),
            new Tag("tier", "t" + random.nextInt(1, 4)));
    return new Project(
        name,
        metadata("00000000-0000-4000-8000-" + hex(12)),
        new ProjectSpec(
            display,
            Duration.ofDays(random.nextInt(2, 36)),
            defaults,
            name.branch("production"),
            random.nextInt(4) == 0,
            null,
            random.nextBoolean() ? tags : List.of()),
        new Project.Facts(
            random.nextInt(16, 18), OWNER, 8L << 40, random.nextLong(1L << 38), past(10)),
        UnknownFields.NONE);
  }

  private Branch branch(BranchName name, ProjectName project, int j) {
    BranchName source = j == 0 ? null : project.branch("production");
    boolean expires = j > 2 && random.nextInt(3) == 0;
    BranchState state = j > 4 && random.nextInt(6) == 0 ? BranchState.ARCHIVED : BranchState.READY;
    return new Branch(
        name,
        metadata("br-quiet-lake-" + hex(8)),
        new BranchSpec(
            j == 0 && random.nextInt(3) == 0,
            expires
                ? Expiration.at(Instant.now().plus(Duration.ofDays(random.nextInt(2, 30))))
                : Expiration.never()),
        new Branch.Facts(
            state,
            null,
            past(30),
            j == 0,
            random.nextLong(1L << 34),
            source == null ? null : new BranchSource(source, null, past(30))),
        UnknownFields.NONE);
  }

  private Endpoint endpoint(EndpointName name, boolean primary) {
    double min = random.nextInt(4) == 0 ? 0.5 : random.nextInt(1, 8);
    double max = Math.max(1, Math.floor(min)) + random.nextInt(0, 8);
    String uid = "ep-calm-river-" + hex(8);
    String host = uid + ".database.localhost";
    EndpointState state =
        switch (random.nextInt(20)) {
          case 0 -> EndpointState.DEGRADED;
          case 1, 2, 3, 4, 5, 6, 7 -> EndpointState.ACTIVE;
          default -> EndpointState.IDLE;
        };
    return new Endpoint(
        name,
        metadata(uid),
        new EndpointSpec(
            new SizeRange(min, max),
            random.nextInt(5) == 0
                ? Suspension.never()
                : Suspension.after(Duration.ofMinutes(random.nextInt(1, 1440))),
            random.nextInt(30) == 0,
            EndpointGroup.SINGLE,
            Map.of()),
        new Endpoint.Facts(
            primary ? EndpointType.READ_WRITE : EndpointType.READ_ONLY,
            state,
            null,
            new EndpointHosts(host, primary ? null : host, null, null),
            past(3)),
        UnknownFields.NONE);
  }

  private Role role(BranchName branch) {
    return new Role(
        branch.role("owner"),
        metadata(null),
        OWNER,
        IdentityType.USER,
        AuthMethod.OAUTH,
        new RoleSpec(List.of("DATABRICKS_SUPERUSER"), new RoleAttributes(true, true, true)),
        UnknownFields.NONE);
  }

  private Database database(BranchName branch, Role owner) {
    return new Database(
        branch.database("databricks-postgres"),
        metadata(null),
        new DatabaseSpec("databricks_postgres", owner.name()),
        UnknownFields.NONE);
  }

  private Metadata metadata(@Nullable String uid) {
    return Metadata.created(uid, past(300));
  }

  private Instant past(int days) {
    return now.minusSeconds(random.nextLong(Duration.ofDays(days).toSeconds()));
  }

  private String hex(int digits) {
    return String.format(Locale.ROOT, "%012x", random.nextLong(1L << 48)).substring(12 - digits);
  }

  private void put(Shelf shelf, ResourceName name, JsonNode json) {
    writing.put(shelf, name.toString(), Json.text(json));
  }
}
