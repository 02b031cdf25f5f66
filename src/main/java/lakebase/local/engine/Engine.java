package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import lakebase.local.store.Ledger;
import lakebase.model.Operation;
import lakebase.model.ResourceKind;
import lakebase.wire.Json;
import lakebase.wire.OperationJson;

/**
 * The control plane: its services over one ledger. Every method of every service may be called on
 * any thread; refusals are {@link Refusal}s.
 */
public final class Engine implements AutoCloseable {

  private final Timekeeper timekeeper;
  private final Workers workers = new Workers();
  private final Changes changes = new Changes();
  private final Start start;
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
    CatalogSync catalogs = new CatalogSync(core);
    this.reader = new Reader(core, catalogs);
    this.start = new Start(core, workers, new Wakings(core, computes));
    Operations operations =
        new Operations(
            core,
            workers,
            Map.of(
                ResourceKind.PROJECT, projects,
                ResourceKind.BRANCH, branches,
                ResourceKind.ENDPOINT, endpoints,
                ResourceKind.ROLE, roles,
                ResourceKind.DATABASE, databases));
    this.chores = new Chores(core, workers, operations, branches);
    this.timekeeper = new Timekeeper(options.clock(), chores::doDue);
    wake.set(() -> {
      timekeeper.agendaChanged();
      changes.happened();
    });
  }

  /**
   * Starts the control plane: first every operation that was running when it stopped is finished or
   * failed, or goes on where that takes work, then time goes on.
   *
   * @throws IOException when the data plane cannot use its directories
   */
  public static Engine start(Ledger ledger, EngineOptions options, CredentialSigner signer)
      throws IOException {
    Engine engine = new Engine(ledger, options, signer);
    engine.start.takeUp();
    engine.chores.recover();
    engine.start.startUnsuspended();
    engine.timekeeper.start();
    return engine;
  }

  /** Waits until the operation of that answer is done, and gives how it ended. */
  public Operation await(ObjectNode answer) throws InterruptedException {
    Operation operation = OperationJson.read(answer);
    while (!operation.isDone()) {
      long seen = changes.count();
      operation = OperationJson.read(Json.parse(reader.operation(operation.name().value())));
      if (!operation.isDone()) {
        changes.awaitAfter(seen);
      }
    }
    return operation;
  }

  /** Does everything whose time has come; the engine does so by itself when its clock is real. */
  public Optional<Instant> runDue() {
    return chores.doDue(core.now());
  }

  /** Stops keeping time, and every compute; the ledger stays open. */
  @Override
  public void close() {
    timekeeper.close();
    workers.close();
    core.dataPlane().close();
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
