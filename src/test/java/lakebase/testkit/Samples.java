package lakebase.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lakebase.model.ApiFailure;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.CurrentUser;
import lakebase.model.EndpointName;
import lakebase.model.OperationName;
import lakebase.model.ProjectName;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.model.ServiceError;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;

/**
 * A plausible moment of a console: the local workspace with the projects Shop, Analytics and
 * Checkout, its branches and computes in every state, and tasks of every outcome.
 */
public final class Samples {

  /** The moment of the sample. */
  public static final Instant NOW = Instant.parse("2026-11-22T09:14:03Z");

  /** A clock that stands at {@link #NOW}. */
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  public static final WorkspaceId LOCAL = WorkspaceId.LOCAL;
  public static final ProjectName SHOP = ProjectName.of("sample-shop");
  public static final ProjectName ANALYTICS = ProjectName.of("analytics");
  public static final ProjectName CHECKOUT = ProjectName.of("checkout-prod");

  /** Shop's default, protected root branch. */
  public static final BranchName PRODUCTION = SHOP.branch("production");

  /** Expires in three days. */
  public static final BranchName DEVELOPMENT = SHOP.branch("development");

  /** Is being created. */
  public static final BranchName PR_1841 = SHOP.branch("pr-1841");

  /** Deleted, recoverable. */
  public static final BranchName PR_1797 = SHOP.branch("pr-1797");

  /** Archived. */
  public static final BranchName RELEASE_6 = SHOP.branch("release-6");

  /** Active, resizing. */
  public static final EndpointName PRIMARY = PRODUCTION.endpoint("primary");

  /** Read-only, idle. */
  public static final EndpointName REPORTS = PRODUCTION.endpoint("reports");

  private Samples() {}

  /** The whole sample, with Shop's primary compute selected. */
  public static AppState state() {
    return state(inventory()).withTasks(tasks()).select(Ref.of(LOCAL, PRIMARY));
  }

  /** That inventory in the connected local workspace; nothing selected, no tasks. */
  public static AppState state(Inventory inventory) {
    return AppState.initial(Settings.DEFAULT).withWorkspace(workspace().withInventory(inventory));
  }

  /** The local workspace, connected and empty. */
  public static Workspace workspace() {
    return Workspace.of(LOCAL, "Local workspace")
        .withConnection(
            new Workspace.Connection.Connected(new CurrentUser("admin@local", "Admin", "1")));
  }

  /** Shop in full, Analytics with one branch, Checkout not opened yet. */
  public static Inventory inventory() {
    return new Inventory(
        loaded(
            List.of(
                new ProjectEntry(
                    SampleResources.project(SHOP, "Shop"),
                    loaded(shopBranches(), entry -> entry.branch().name())),
                new ProjectEntry(
                    SampleResources.project(ANALYTICS, ""),
                    loaded(
                        List.of(plain(ANALYTICS.branch("production"))),
                        entry -> entry.branch().name())),
                ProjectEntry.of(SampleResources.project(CHECKOUT, "Checkout"))),
            entry -> entry.project().name()));
  }

  /** A failure as the service words it. */
  public static ApiFailure.Details failure(int status, String code, String message) {
    return new ApiFailure.Details(
        status,
        new ServiceError(code, message, List.of(), "4bf92f3577b34da6a3ce929d0e0e4736"),
        "DELETE /api/2.0/postgres/" + CHECKOUT.branch("release-7"));
  }

  /** Two running, one done, one refused. */
  public static List<BackgroundTask> tasks() {
    return List.of(
        task(4, Verb.CREATE, PR_1841, 5, new Progress.Running()),
        task(3, Verb.UPDATE, PRIMARY, 2, new Progress.Settling()),
        task(2, Verb.UPDATE, ANALYTICS, 13, new Progress.Succeeded(NOW.minusSeconds(12), "{}")),
        task(
            1,
            Verb.DELETE,
            CHECKOUT.branch("release-7"),
            104,
            new Progress.Failed(
                NOW.minusSeconds(103),
                new ApiFailure.Invalid(
                    failure(400, "BAD_REQUEST", "cannot delete protected branch"), null))));
  }

  private static BackgroundTask task(
      long id, Verb verb, ResourceName target, int secondsAgo, Progress progress) {
    return new BackgroundTask(
        id,
        verb,
        Ref.of(LOCAL, target),
        target.equals(ANALYTICS) ? "Analytics" : target.id().value(),
        verb == Verb.UPDATE
            ? List.of(
                target.equals(PRIMARY) ? "spec.autoscaling_limit_max_cu" : "spec.display_name")
            : List.of(),
        NOW.minusSeconds(secondsAgo),
        Duration.ofSeconds(8),
        new OperationName(target + "/operations/op-" + id),
        progress);
  }

  private static List<BranchEntry> shopBranches() {
    return List.of(
        new BranchEntry(
            SampleResources.production(PRODUCTION),
            loaded(
                List.of(SampleResources.primary(PRIMARY), SampleResources.readOnly(REPORTS)),
                endpoint -> endpoint.name()),
            loaded(SampleResources.roles(PRODUCTION), role -> role.name()),
            loaded(SampleResources.databases(PRODUCTION), database -> database.name())),
        withPrimary(SampleResources.expiring(DEVELOPMENT, PRODUCTION)),
        BranchEntry.of(SampleResources.starting(PR_1841, PRODUCTION))
            .withEndpoints(loaded(List.of(), endpoint -> endpoint.name())),
        withPrimary(SampleResources.child(SHOP.branch("release-7"), PRODUCTION)),
        BranchEntry.of(SampleResources.archived(RELEASE_6, PRODUCTION)),
        BranchEntry.of(SampleResources.deleted(PR_1797, PRODUCTION)));
  }

  private static BranchEntry plain(BranchName name) {
    return withPrimary(SampleResources.production(name));
  }

  private static BranchEntry withPrimary(Branch branch) {
    return BranchEntry.of(branch)
        .withEndpoints(
            loaded(
                List.of(SampleResources.idle(branch.name().endpoint("primary"))),
                endpoint -> endpoint.name()));
  }

  /** A list that was read to its end at {@link #NOW}. */
  public static <N, T> Listing<N, T> loaded(List<T> items, Function<T, N> name) {
    Map<N, T> byName = new LinkedHashMap<>();
    items.forEach(item -> byName.put(name.apply(item), item));
    return new Listing<>(byName, new LoadState.Loaded(NOW));
  }

  /** The sample's resource of that name. */
  public static Resource resource(ResourceName name) {
    return inventory().find(name).orElseThrow();
  }
}
