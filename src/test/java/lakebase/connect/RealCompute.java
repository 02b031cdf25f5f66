package lakebase.connect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import lakebase.api.Connections;
import lakebase.api.Pacing;
import lakebase.api.PostgresApi;
import lakebase.local.LocalWorkspace;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.local.Workspaces;
import lakebase.model.Change;
import lakebase.model.Credential;
import lakebase.model.CredentialRequest;
import lakebase.model.DatabaseDraft;
import lakebase.model.DatabaseSpec;
import lakebase.model.Draft;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.EndpointState;
import lakebase.model.IdentityType;
import lakebase.model.Operation;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.ResourceId;
import lakebase.model.Role;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleDraft;
import lakebase.model.RoleName;
import lakebase.model.RoleSpec;

/** A compute of a real local workspace, reached over HTTP and PostgreSQL's protocol. */
public final class RealCompute implements AutoCloseable {

  /** The database that every branch starts with. */
  public static final String DATABASE = "databricks_postgres";

  private static final Path CACHE = Path.of("target", "postgres-cache").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public final LocalWorkspace workspace;
  public final PostgresApi api;
  public final EndpointName endpoint =
      ProjectName.of("shop").branch("production").endpoint("primary");

  private final Connections connections = new Connections(Pacing.standard());
  private final Path directory;

  private RealCompute(LocalWorkspaceOptions options) {
    this.directory = options.directory();
    this.workspace = Workspaces.start(options);
    this.api = connections.to(workspace.baseUri(), workspace::token);
  }

  /** One in that directory, by the real clock. */
  public static RealCompute start(Path directory) throws InterruptedException {
    return start(directory, InstantSource.system());
  }

  /** One in that directory, by that clock. */
  public static RealCompute start(Path directory, InstantSource clock) throws InterruptedException {
    RealCompute compute =
        new RealCompute(
            LocalWorkspaceOptions.in(directory, CACHE).withoutSample().withClock(clock));
    compute.create(ProjectDraft.of("shop", "Shop"));
    return compute;
  }

  /** Makes that, and waits until it is there. */
  public void create(Draft draft) throws InterruptedException {
    Operation operation = api.submit(new Change.Create(draft));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (operation.outcome() instanceof Operation.Outcome.Running) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still running: " + operation);
      }
      LockSupport.parkNanos(5_000_000);
      operation = api.getOperation(operation.name());
    }
    if (operation.outcome() instanceof Operation.Outcome.Failed failed) {
      throw new AssertionError(failed.toString());
    }
  }

  /** Makes a role for a group of that name, and a database of that name that it owns. */
  public void group(String id, String name) throws InterruptedException {
    create(
        new RoleDraft(
            endpoint.branch(),
            new ResourceId(id),
            name,
            IdentityType.GROUP,
            null,
            new RoleSpec(List.of(), RoleAttributes.NONE),
            false));
    Role role = api.getRole(new RoleName(endpoint.branch(), new ResourceId(id)));
    create(
        new DatabaseDraft(
            endpoint.branch(), new ResourceId(id), new DatabaseSpec(name, role.name()), false));
  }

  /** A target there. */
  public Target target(String user, String database) throws InterruptedException {
    EndpointHosts hosts = api.getEndpoint(endpoint).facts().hosts();
    return new Target(String.valueOf(hosts.host()), hosts.portOrStandard(), database, user);
  }

  /** A login of the workspace's person. */
  public Login login() throws InterruptedException {
    Credential credential = api.generateCredential(new CredentialRequest(endpoint, null));
    return new Login(
        target(workspace.userName(), DATABASE), credential.token(), credential.expireTime());
  }

  /** A login as that group, in the database of the same name. */
  public Login login(String group) throws InterruptedException {
    Credential credential = api.generateCredential(new CredentialRequest(endpoint, null, group));
    return new Login(target(group, group), credential.token(), credential.expireTime());
  }

  /** Who may sign for it. */
  public Trust trust() {
    return Trust.only(directory.resolve("certificates").resolve("ca.crt"));
  }

  /** For programs that get their own tokens. */
  public Minting minting(String group) {
    return new Minting(workspace.baseUri().toString(), endpoint, group);
  }

  /** Waits until nothing runs there any more. */
  public void awaitSleep() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!api.getEndpoint(endpoint).facts().state().equals(EndpointState.IDLE)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still awake");
      }
      workspace.runDue();
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** A moment that is far away. */
  public static Instant later() {
    return Instant.now().plus(Duration.ofHours(1));
  }

  @Override
  public void close() {
    connections.close();
    workspace.close();
  }
}
