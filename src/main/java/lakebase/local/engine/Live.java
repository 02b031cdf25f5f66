package lakebase.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lakebase.model.Branch;
import lakebase.model.EndpointName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.wire.Json;
import lakebase.wire.Timestamps;

/** Puts into an answer what only the data plane knows, at the moment it is asked. */
final class Live {

  private static final String LAST_ACTIVE = "last_active_time";

  private final DataPlane plane;

  Live(DataPlane plane) {
    this.plane = plane;
  }

  /** The stored resource with what is measured and counted now. */
  String added(Resources resources, ResourceName name, String stored) {
    boolean isMeasured = name.kind() != ResourceKind.ROLE && name.kind() != ResourceKind.DATABASE;
    if (!plane.isReal() || !isMeasured) {
      return stored;
    }
    JsonNode json = Json.parse(stored);
    if (json.path("status") instanceof ObjectNode status) {
      switch (name.kind()) {
        case PROJECT -> addProject(resources, (ProjectName) name, status);
        case BRANCH -> addBranch(json.path("uid").asText(), status);
        case ENDPOINT -> addEndpoint(json.path("uid").asText(), status);
        case ROLE, DATABASE -> {}
      }
    }
    return Json.text(json);
  }

  /** The running servers of an endpoint, as the service lists them (contract §2.3). */
  ObjectNode instances(EndpointName endpoint, String uid) {
    ObjectNode answer = Json.object();
    var list = answer.putArray("compute_instances");
    Optional<LiveCompute> live = plane.live(uid);
    for (LiveCompute.Instance instance :
        live.map(LiveCompute::instances).orElse(java.util.List.of())) {
      ObjectNode item = list.addObject();
      item.put("name", endpoint + "/compute-instances/" + instance.id());
      item.put("compute_instance_id", instance.id());
      item.put("current_state", "ACTIVE");
      item.put("role", instance.part().name());
      item.put("start_time", Timestamps.format(instance.started()));
      item.put("process_id", instance.pid());
      if (instance.lagBytes() != null) {
        item.put("replication_lag_bytes", instance.lagBytes());
      }
    }
    live.ifPresent(found -> {
      answer.put("connections", found.connections());
      answer.put("wake_ups", found.wakeUps());
    });
    return answer.put("next_page_token", "");
  }

  private void addProject(Resources resources, ProjectName name, ObjectNode status) {
    long stored = 0;
    for (Branch branch : resources.branches(name)) {
      stored += plane.storedSize(Objects.requireNonNull(branch.metadata().uid())).orElse(0L);
    }
    status.put("synthetic_storage_size_bytes", stored);
    lastActive(resources, name)
        .ifPresent(time -> status.put("compute_last_active_time", Timestamps.format(time)));
  }

  private Optional<Instant> lastActive(Resources resources, ProjectName name) {
    return resources.liveBranches(name).stream()
        .flatMap(branch -> resources.endpoints(branch.name()).stream())
        .flatMap(endpoint ->
            Stream.concat(
                Stream.ofNullable(endpoint.facts().lastActiveTime()),
                plane.live(Plans.uid(endpoint)).map(LiveCompute::lastActive).stream()))
        .max(Instant::compareTo);
  }

  private void addBranch(String uid, ObjectNode status) {
    plane.logicalSize(uid).ifPresent(size -> status.put("logical_size_bytes", size));
    plane
        .historyStart(uid)
        .ifPresent(start -> {
          status.put("history_start_time", Timestamps.format(start.time()));
          status.put("history_start_lsn", start.lsn());
        });
  }

  private void addEndpoint(String uid, ObjectNode status) {
    plane
        .live(uid)
        .map(LiveCompute::lastActive)
        .ifPresent(time -> status.put(LAST_ACTIVE, Timestamps.format(time)));
  }
}
