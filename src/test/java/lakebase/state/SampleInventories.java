package lakebase.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
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
import lakebase.model.Resource;
import lakebase.model.ResourceId;
import lakebase.model.ResourceName;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.model.UnknownFields;

/** Resources as a service would report them, for tests. */
public final class SampleInventories {

  /** When everything was made and read. */
  public static final Instant NOW = Instant.parse("2026-11-22T09:14:03Z");

  private SampleInventories() {}

  /** A project of that id and display name. */
  public static Project project(String id, String displayName) {
    return new Project(
        ProjectName.of(id),
        Metadata.created("prj-" + id, NOW),
        new ProjectSpec(
            displayName,
            null,
            new ComputeDefaults(null, new Suspension.Never(), Map.of()),
            null,
            false,
            null,
            List.of()),
        new Project.Facts(17, "admin@local", null, null, null),
        UnknownFields.NONE);
  }

  /** A branch that is ready; a root branch, and the default, when it is called production. */
  public static Branch branch(ProjectName project, String id) {
    boolean root = id.equals("production");
    BranchSource source = root ? null : new BranchSource(project.branch("production"), null, NOW);
    return new Branch(
        project.branch(id),
        Metadata.created("br-" + project.id() + "-" + id, NOW),
        new BranchSpec(root, Expiration.never()),
        new Branch.Facts(BranchState.READY, null, NOW, root, 1024L, source),
        UnknownFields.NONE);
  }

  /** An active compute of 1–4 CU, read/write when it is called primary. */
  public static Endpoint endpoint(BranchName branch, String id) {
    boolean primary = id.equals("primary");
    String uid = "ep-" + branch.project().id() + "-" + branch.id() + "-" + id;
    String host = uid + ".database.local.example.com";
    return new Endpoint(
        new EndpointName(branch, new ResourceId(id)),
        Metadata.created(uid, NOW),
        new EndpointSpec(
            primary ? new SizeRange(1, 4) : SizeRange.fixed(1),
            new Suspension.Never(),
            false,
            null,
            Map.of()),
        new Endpoint.Facts(
            primary ? EndpointType.READ_WRITE : EndpointType.READ_ONLY,
            primary ? EndpointState.ACTIVE : EndpointState.IDLE,
            null,
            primary
                ? new EndpointHosts(host, null, null, null)
                : new EndpointHosts(null, host, null, null),
            NOW),
        UnknownFields.NONE);
  }

  /** An entry read to its end: each branch has a primary and, where it says so, a read replica. */
  public static ProjectEntry entry(Project project, boolean replicas, String... branches) {
    Map<BranchName, BranchEntry> entries = new LinkedHashMap<>();
    for (String id : branches) {
      Branch branch = branch(project.name(), id);
      List<Endpoint> computes =
          replicas
              ? List.of(endpoint(branch.name(), "primary"), endpoint(branch.name(), "reports"))
              : List.of(endpoint(branch.name(), "primary"));
      entries.put(
          branch.name(), BranchEntry.of(branch).withEndpoints(loaded(computes, Endpoint::name)));
    }
    return ProjectEntry.of(project).withBranches(new Listing<>(entries, loadedState()));
  }

  /** The inventory of those projects, read to its end. */
  public static Inventory inventory(List<ProjectEntry> entries) {
    Map<ProjectName, ProjectEntry> map = new LinkedHashMap<>();
    entries.forEach(entry -> map.put(entry.project().name(), entry));
    return new Inventory(new Listing<>(map, loadedState()));
  }

  /** So many projects of so many branches, of two computes each. */
  public static Inventory large(int projects, int branches) {
    String[] ids = new String[branches];
    ids[0] = "production";
    for (int i = 1; i < branches; i++) {
      ids[i] = String.format(Locale.ROOT, "pr-%04d", i);
    }
    return inventory(
        IntStream.range(0, projects)
            .mapToObj(i ->
                entry(
                    project(
                        String.format(Locale.ROOT, "project-%04d", i),
                        String.format(Locale.ROOT, "Project %04d", i)),
                    true,
                    ids))
            .toList());
  }

  /** A state of one connected workspace, "local", with that inventory. */
  public static AppState state(Inventory inventory) {
    return AppState.initial(Settings.DEFAULT)
        .withWorkspace(Workspace.of(WorkspaceId.LOCAL, "Local workspace").withInventory(inventory));
  }

  /** Those resources as a list read to its end. */
  public static <N, R extends Resource> Listing<N, R> loaded(
      List<R> resources, Function<R, N> name) {
    Map<N, R> map = new LinkedHashMap<>();
    resources.forEach(resource -> map.put(name.apply(resource), resource));
    return new Listing<>(map, loadedState());
  }

  /** Read to its end. */
  public static LoadState loadedState() {
    return new LoadState.Loaded(NOW);
  }

  /** The resource of the tree that has that name, for short. */
  public static Ref.OfResource ref(String name) {
    return Ref.of(WorkspaceId.LOCAL, ResourceName.parse(name));
  }
}
