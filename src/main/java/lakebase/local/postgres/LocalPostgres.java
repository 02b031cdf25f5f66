package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import lakebase.local.engine.BranchPlan;
import lakebase.local.engine.Catalog;
import lakebase.local.engine.CatalogChange;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.DataPlane;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import lakebase.local.engine.LiveCompute;
import lakebase.local.engine.Origin;
import lakebase.local.engine.Point;
import lakebase.local.engine.Window;
import lakebase.local.proxy.Certificates;
import lakebase.local.proxy.FrontDoor;
import lakebase.local.proxy.TokenCheck;
import lakebase.local.store.OwnerOnly;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointType;
import lakebase.model.ProjectName;
import org.jspecify.annotations.Nullable;

/**
 * The data plane: PostgreSQL servers on this machine behind a front door of their own. Everything
 * is below one directory, which its process holds alone.
 */
public final class LocalPostgres implements DataPlane {

  private static final Logger LOG = Logger.getLogger(LocalPostgres.class.getName());
  private static final String TEMPLATES = "templates";
  private static final Duration SIZE_AGE = Duration.ofSeconds(5);

  private final Path root;
  private final InstantSource clock;
  private final Binaries binaries;
  private final SettingsCheck settings;
  private final FileCopy files = FileCopy.bySystem();
  private final Templates templates;
  private final NewBranches newBranches;
  private final FrontDoor door;
  private final Addresses addresses;
  private final Sizes sizes;
  private final HistoryKeeper keeper;
  private final ConcurrentMap<String, BranchData> branches = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Compute> computes = new ConcurrentHashMap<>();
  private volatile Observer observer = new Unobserved();

  /**
   * Nothing runs yet.
   *
   * @param root where branches are, and the certificates beside them
   * @param cache where PostgreSQL's programs are unpacked
   * @param tokens checks who connects
   * @throws IOException when the front door cannot be made
   */
  public LocalPostgres(Path root, Path cache, TokenCheck tokens, InstantSource clock)
      throws IOException {
    this.root = root.toAbsolutePath();
    this.clock = clock;
    this.binaries = new Binaries(cache);
    this.templates = new Templates(this.root.resolve(TEMPLATES), files);
    this.settings = new SettingsCheck(this.root.resolve(TEMPLATES), templates);
    this.newBranches = new NewBranches(this.root, binaries, templates, clock);
    this.door = new FrontDoor(new Certificates(certificates(this.root), clock), tokens);
    this.addresses =
        new Addresses(door, (uid, readers) -> new LateGate(() -> compute(uid), readers));
    this.sizes = new Sizes(clock, SIZE_AGE);
    this.keeper =
        new HistoryKeeper(branches::values, () -> computes.values().forEach(Compute::watch));
  }

  private static Path certificates(Path root) {
    return root.resolveSibling("certificates");
  }

  @Override
  public Map<String, EndpointHosts> open(
      Collection<BranchPlan> known, Collection<ComputePlan> served, Observer told)
      throws IOException, InterruptedException {
    observer = told;
    OwnerOnly.createDirectories(root);
    int ended = Orphans.end(root, binaries);
    LOG.log(Level.FINE, "{0} servers of a killed process ended", ended);
    templates.takeUp();
    Set<String> uids = new HashSet<>(Set.of(TEMPLATES));
    known.forEach(branch -> uids.add(branch.uid()));
    sweep(uids);
    for (BranchPlan branch : known) {
      if (hasData(branch.uid())) {
        takeUp(branch);
      }
    }
    Map<String, EndpointHosts> moved = new HashMap<>();
    for (ComputePlan compute : served) {
      EndpointHosts hosts = addresses.of(compute);
      if (!hosts.equals(compute.hosts())) {
        moved.put(compute.uid(), hosts);
      }
      if (branches.containsKey(compute.branch().uid())) {
        serve(compute);
      }
    }
    keeper.start();
    return moved;
  }

  /** A branch that cannot be taken up is left as it is; whoever connects to it is told so. */
  private void takeUp(BranchPlan branch) throws InterruptedException {
    try {
      register(branch).takeUp();
    } catch (DataPlaneException e) {
      LOG.log(Level.WARNING, e, () -> "branch " + branch.name() + " cannot be served");
    }
  }

  /** Removes what belongs to no branch: it was being made, or being removed. */
  private void sweep(Set<String> uids) throws IOException {
    List<Path> left;
    try (Stream<Path> found = Files.list(root)) {
      left = found.filter(path -> !uids.contains(path.getFileName().toString())).toList();
    }
    for (Path path : left) {
      Trees.delete(path);
    }
  }

  @Override
  public boolean isReal() {
    return true;
  }

  @Override
  public EndpointHosts hosts(String uid, EndpointType type, EndpointGroup group) {
    return addresses.of(uid, type, group);
  }

  @Override
  public void checkSettings(int pgVersion, Map<String, String> values) throws InterruptedException {
    settings.check(binaries.of(pgVersion), values);
  }

  @Override
  public Point createBranch(BranchPlan branch, @Nullable Origin origin)
      throws InterruptedException {
    NewBranches.Copy copy =
        origin == null ? null : data -> branch(origin.branchUid()).copy(origin, data);
    Point taken = newBranches.make(branch, copy);
    BranchData _ = register(branch);
    return taken;
  }

  @Override
  public boolean hasData(String branchUid) {
    return BranchStorage.of(root, branchUid).exists();
  }

  @Override
  public void provide(BranchPlan branch, List<CatalogChange> catalog) throws InterruptedException {
    newBranches.found(branch, catalog);
    BranchData _ = register(branch);
  }

  private BranchData register(BranchPlan branch) throws InterruptedException {
    BranchStorage storage = BranchStorage.of(root, branch.uid());
    Installation installation = binaries.of(branch.pgVersion());
    BranchData data = new BranchData(branch, storage, installation, files, clock);
    branches.put(branch.uid(), data);
    return data;
  }

  @Override
  public Optional<Window> window(String branchUid) throws InterruptedException {
    return branch(branchUid).window();
  }

  @Override
  public Optional<Point> historyStart(String branchUid) {
    return Optional.ofNullable(branches.get(branchUid)).flatMap(BranchData::historyStart);
  }

  @Override
  public void describe(BranchPlan plan) throws InterruptedException {
    BranchData known = branches.get(plan.uid());
    if (known != null) {
      known.describe(plan);
      for (Compute compute : computes.values()) {
        if (compute.plan().branch().uid().equals(plan.uid())) {
          compute.describe(plan);
        }
      }
    }
  }

  @Override
  public void apply(ComputePlan plan) throws InterruptedException {
    Compute known = computes.get(plan.uid());
    if (known != null) {
      known.apply(plan);
    } else {
      EndpointHosts _ = addresses.of(plan);
      serve(plan);
    }
  }

  private void serve(ComputePlan plan) {
    BranchData branch = branch(plan.branch().uid());
    Compute compute = new Compute(plan, branch.servers(), observer);
    computes.put(plan.uid(), compute);
    if (plan.type().equals(EndpointType.READ_WRITE)) {
      branch.setPrimary(compute);
    }
  }

  @Override
  public void start(String computeUid) throws InterruptedException {
    Compute compute =
        compute(computeUid).orElseThrow(() -> failed("The compute does not exist any more."));
    compute.start();
    keepHistorySoon(compute.plan());
  }

  /** A new branch's history begins with its first backup. */
  private void keepHistorySoon(ComputePlan plan) {
    BranchData branch = branches.get(plan.branch().uid());
    if (branch != null && branch.historyStart().isEmpty()) {
      keeper.soon(branch);
    }
  }

  @Override
  public Optional<Instant> suspendIfUnused(String computeUid, Instant since)
      throws InterruptedException {
    Optional<Compute> compute = compute(computeUid);
    return compute.isPresent() ? compute.get().suspendIfUnused(since) : Optional.empty();
  }

  @Override
  public void retain(ProjectName project, Set<String> branchUids, Set<String> computeUids)
      throws InterruptedException {
    List<Compute> gone =
        computes.values().stream()
            .filter(compute -> compute.plan().name().project().equals(project))
            .filter(compute -> !computeUids.contains(compute.plan().uid()))
            // Those that follow go before those that they follow.
            .sorted(
                Comparator.comparing(
                    compute -> compute.plan().type().equals(EndpointType.READ_WRITE)))
            .toList();
    try {
      for (Compute compute : gone) {
        remove(compute);
      }
      for (BranchData branch : List.copyOf(branches.values())) {
        boolean isOurs = branch.plan().name().project().equals(project);
        if (isOurs && !branchUids.contains(branch.plan().uid())) {
          branch.delete();
          branches.remove(branch.plan().uid());
          sizes.forget(branch.storage());
        }
      }
    } catch (IOException e) {
      throw Failures.of("Removing data", e);
    }
  }

  private void remove(Compute compute) throws IOException, InterruptedException {
    ComputePlan plan = compute.plan();
    addresses.release(plan.uid());
    computes.remove(plan.uid());
    compute.remove();
    BranchData branch = branches.get(plan.branch().uid());
    if (branch != null && branch.primary().filter(compute::equals).isPresent()) {
      branch.setPrimary(null);
    }
  }

  @Override
  public Optional<Catalog> catalog(String branchUid) throws InterruptedException {
    Optional<PostgresServer> server = branch(branchUid).servers().primary();
    return server.isPresent()
        ? Optional.of(CatalogSql.read(server.get()::connect))
        : Optional.empty();
  }

  @Override
  public void change(String branchUid, List<CatalogChange> changes) throws InterruptedException {
    BranchData branch = branch(branchUid);
    Compute primary = branch.primary().orElseThrow(() -> failed("The branch has no compute."));
    PostgresServer server = primary.awake();
    CatalogSql.apply(server::connect, changes);
  }

  @Override
  public Optional<LiveCompute> live(String computeUid) {
    return compute(computeUid).map(Compute::live);
  }

  @Override
  public Optional<Long> logicalSize(String branchUid) {
    return size(branchUid).map(Sizes.Size::logical);
  }

  @Override
  public Optional<Long> storedSize(String branchUid) {
    return size(branchUid).map(Sizes.Size::stored);
  }

  private Optional<Sizes.Size> size(String branchUid) {
    return Optional.ofNullable(branches.get(branchUid))
        .flatMap(branch -> sizes.of(branch.storage()));
  }

  @Override
  public void close() {
    keeper.close();
    try {
      door.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the front door does not close", e);
    }
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      computes.values().forEach(compute -> all.execute(compute::close));
    }
    computes.clear();
  }

  private BranchData branch(String uid) {
    BranchData found = branches.get(uid);
    if (found == null) {
      throw failed("The branch has no data.");
    }
    return found;
  }

  private Optional<Compute> compute(String uid) {
    return Optional.ofNullable(computes.get(uid));
  }

  private static DataPlaneException failed(String message) {
    return new DataPlaneException(Kind.FAILED, message);
  }
}
