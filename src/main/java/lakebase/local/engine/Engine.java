package lakebase.local.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import lakebase.local.store.Ledger;
import lakebase.model.ResourceKind;

/**
 * The control plane: its services over one ledger. Every method of every service may be called on
 * any thread; refusals are {@link Refusal}s.
 */
public final class Engine implements AutoCloseable {

  private final Timekeeper timekeeper;
  private final Chores chores;
  private final ProjectService projects;
  private final BranchService branches;
  private final EndpointService endpoints;
  private final RoleService roles;
  private final DatabaseService databases;
  private final CredentialService credentials;
  private final AccessService access;
  private final Reader reader;
  private final Core core;

  private Engine(Ledger ledger, EngineOptions options, CredentialSigner signer) {
    AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});
    this.core =
        new Core(
            ledger,
            options.clock(),
            options.pace(),
            options.limits(),
            options.dataPlane(),
            () -> wake.get().run());
    Computes computes = new Computes(core);
    BranchMaker maker = new BranchMaker(computes);
    this.roles = new RoleService(core);
    this.projects = new ProjectService(core, new ProjectMaker(maker, roles), maker);
    this.branches = new BranchService(core, maker);
    this.endpoints = new EndpointService(core, computes);
    this.databases = new DatabaseService(core);
    this.credentials = new CredentialService(core, signer);
    this.access = new AccessService(core);
    this.reader = new Reader(core);
    Operations operations =
        new Operations(
            core,
            Map.of(
                ResourceKind.PROJECT, projects,
                ResourceKind.BRANCH, branches,
                ResourceKind.ENDPOINT, endpoints,
                ResourceKind.ROLE, roles,
                ResourceKind.DATABASE, databases));
    this.chores = new Chores(core, operations, branches);
    this.timekeeper = new Timekeeper(options.clock(), chores::doDue);
    wake.set(timekeeper::agendaChanged);
  }

  /**
   * Starts the control plane: first every operation that was running when it stopped is finished or
   * failed, then time goes on.
   */
  public static Engine start(Ledger ledger, EngineOptions options, CredentialSigner signer) {
    Engine engine = new Engine(ledger, options, signer);
    engine.chores.recover();
    engine.timekeeper.start();
    return engine;
  }

  /**
   * Lets the function make changes of which every operation is done at once. No other engine may be
   * at work on the ledger.
   */
  public static void seed(
      Ledger ledger, EngineOptions options, CredentialSigner signer, Consumer<Engine> seeding) {
    EngineOptions instant =
        new EngineOptions(options.clock(), Pace.INSTANT, options.limits(), options.dataPlane());
    seeding.accept(new Engine(ledger, instant, signer));
  }

  /** Does everything whose time has come; the engine does so by itself when its clock is real. */
  public Optional<Instant> runDue() {
    return chores.doDue(core.now());
  }

  /** Stops keeping time; the ledger stays open. */
  @Override
  public void close() {
    timekeeper.close();
  }

  /** Projects. */
  public ProjectService projects() {
    return projects;
  }

  /** Branches. */
  public BranchService branches() {
    return branches;
  }

  /** Endpoints. */
  public EndpointService endpoints() {
    return endpoints;
  }

  /** Postgres roles. */
  public RoleService roles() {
    return roles;
  }

  /** Postgres databases. */
  public DatabaseService databases() {
    return databases;
  }

  /** Database credentials. */
  public CredentialService credentials() {
    return credentials;
  }

  /** Permissions on projects. */
  public AccessService access() {
    return access;
  }

  /** Everything that is read. */
  public Reader reader() {
    return reader;
  }
}
