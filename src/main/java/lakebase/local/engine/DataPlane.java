package lakebase.local.engine;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.EndpointType;
import lakebase.model.ProjectName;
import org.jspecify.annotations.Nullable;

/**
 * Where branches have their data and computes run. The control plane decides what shall be and
 * writes it down; the data plane makes it so, and tells what happens by itself.
 *
 * <p>Unless a method says otherwise it blocks, is called on any thread but the ledger's, and reacts
 * to an interrupt with an {@link InterruptedException}, after which the same call may be made
 * again, also by the next process: what was half done is then done anew. What cannot be done is a
 * {@link DataPlaneException}.
 */
public interface DataPlane extends AutoCloseable {

  /** What the data plane tells of itself; called on any thread but the ledger's, may block. */
  interface Observer {

    /**
     * Somebody connects to an endpoint that sleeps; it is about to be started.
     *
     * @throws DataPlaneException when it must not be, with the reason
     */
    void waking(EndpointName endpoint);

    /** The endpoint accepts connections. */
    void active(EndpointName endpoint);

    /** The endpoint has no process any more. */
    void idle(EndpointName endpoint);
  }

  /**
   * Takes up what exists: ends what a killed process left running, removes what belongs to nothing
   * any more, and listens on the endpoints' addresses. No server is started.
   *
   * @return the hosts that are not those of the plan, because an address was taken; by endpoint uid
   */
  Map<String, EndpointHosts> open(
      Collection<BranchPlan> branches, Collection<ComputePlan> computes, Observer observer)
      throws IOException, InterruptedException;

  /** Whether a branch or a compute exists in a way that operations on it take work and time. */
  boolean isReal();

  /**
   * Where an endpoint takes connections. Called on the ledger's thread when the endpoint has been
   * made or changed; must not block. An exception fails the operation.
   */
  EndpointHosts hosts(String uid, EndpointType type, EndpointGroup group);

  /** Refuses settings that this version of PostgreSQL does not take, with its own message. */
  void checkSettings(int pgVersion, Map<String, String> settings) throws InterruptedException;

  /**
   * Makes the data of a branch: new when there is no origin, else a copy.
   *
   * @return where in its source's history it was taken
   */
  Point createBranch(BranchPlan branch, @Nullable Origin origin) throws InterruptedException;

  /** Whether a branch has data; one that was made where there was no data plane has none. */
  boolean hasData(String branchUid);

  /** Gives a branch that has none an empty database with these roles and databases. */
  void provide(BranchPlan branch, List<CatalogChange> catalog) throws InterruptedException;

  /** What a branch can be asked for as an origin; empty when nothing is kept yet. */
  Optional<Window> window(String branchUid) throws InterruptedException;

  /** The beginning of that, as it was known a moment ago; must not block. */
  Optional<Point> historyStart(String branchUid);

  /** Gives a branch other values; those that run go on. */
  void describe(BranchPlan branch) throws InterruptedException;

  /**
   * Serves the endpoint by that plan: an unknown one is listened for, a running one is reloaded,
   * restarted or stopped as the plan needs. A sleeping one is not woken.
   */
  void apply(ComputePlan compute) throws InterruptedException;

  /** Starts the endpoint unless it runs, and returns when it accepts connections. */
  void start(String computeUid) throws InterruptedException;

  /**
   * Stops the endpoint if nobody is connected and nobody was since that moment.
   *
   * @return when it was last used, if it was not stopped
   */
  Optional<Instant> suspendIfUnused(String computeUid, Instant since) throws InterruptedException;

  /**
   * Stops every endpoint of the project that is not among these, and removes the data of every
   * branch that is not.
   */
  void retain(ProjectName project, Set<String> branchUids, Set<String> computeUids)
      throws InterruptedException;

  /** The roles and databases of a branch; empty while its primary endpoint sleeps. */
  Optional<Catalog> catalog(String branchUid) throws InterruptedException;

  /** Changes roles or databases of a branch, for which its primary endpoint is woken. */
  void change(String branchUid, List<CatalogChange> changes) throws InterruptedException;

  /** What an endpoint does now; must not block. */
  Optional<LiveCompute> live(String computeUid);

  /** The size of a branch's data in bytes, measured a moment ago at most; must not block. */
  Optional<Long> logicalSize(String branchUid);

  /** What a branch takes of the disk, history included; measured like its size. */
  Optional<Long> storedSize(String branchUid);

  /** Stops every server; what is on disk stays. A second call does nothing. */
  @Override
  void close();

  /** A data plane without data: it names hosts at which nothing listens. */
  static DataPlane namesOnly() {
    return new NamesOnly();
  }
}
