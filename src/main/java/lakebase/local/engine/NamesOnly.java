package lakebase.local.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointType;
import lakebase.model.ProjectName;
import org.jspecify.annotations.Nullable;

/**
 * Names hosts by the endpoint's uid under a name that only this machine answers to (RFC 6761), and
 * does nothing else: the control plane by itself.
 */
public class NamesOnly implements DataPlane {

  @Override
  public Map<String, EndpointHosts> open(
      Collection<BranchPlan> branches, Collection<ComputePlan> computes, Observer observer) {
    return Map.of();
  }

  @Override
  public boolean isReal() {
    return false;
  }

  @Override
  public EndpointHosts hosts(String uid, EndpointType type, EndpointGroup group) {
    String host = uid + ".database.localhost";
    if (type.equals(EndpointType.READ_ONLY)) {
      return new EndpointHosts(host, host, null, null);
    }
    boolean readable = group.isHighlyAvailable() && group.readableSecondaries();
    return new EndpointHosts(host, readable ? uid + "-ro.database.localhost" : null, null, null);
  }

  @Override
  public void checkSettings(int pgVersion, Map<String, String> settings) {}

  @Override
  public Point createBranch(BranchPlan branch, @Nullable Origin origin) {
    throw new IllegalStateException("nothing is real here");
  }

  @Override
  public boolean hasData(String branchUid) {
    return false;
  }

  @Override
  public void provide(BranchPlan branch, List<CatalogChange> catalog) {}

  @Override
  public Optional<Window> window(String branchUid) {
    return Optional.empty();
  }

  @Override
  public Optional<Point> historyStart(String branchUid) {
    return Optional.empty();
  }

  @Override
  public void describe(BranchPlan branch) {}

  @Override
  public void apply(ComputePlan compute) {}

  @Override
  public void start(String computeUid) {}

  @Override
  public Optional<Instant> suspendIfUnused(String computeUid, Instant since) {
    return Optional.empty();
  }

  @Override
  public void retain(ProjectName project, Set<String> branchUids, Set<String> computeUids) {}

  @Override
  public Optional<Catalog> catalog(String branchUid) {
    return Optional.empty();
  }

  @Override
  public void change(String branchUid, List<CatalogChange> changes) {}

  @Override
  public Optional<LiveCompute> live(String computeUid) {
    return Optional.empty();
  }

  @Override
  public Optional<Long> logicalSize(String branchUid) {
    return Optional.empty();
  }

  @Override
  public Optional<Long> storedSize(String branchUid) {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
