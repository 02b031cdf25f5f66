package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import lakebase.model.ComputeActivity;
import lakebase.model.ComputeInstance;
import lakebase.model.ComputeRole;
import lakebase.model.EndpointState;

/** The list of an endpoint's servers (contract §1.3), with what the local workspace adds to it. */
public final class ComputeActivityJson {

  private ComputeActivityJson() {}

  /**
   * Reads the first page of the list; an endpoint has fewer servers than fit on it.
   *
   * @throws WireException when it is not one
   */
  public static ComputeActivity read(JsonNode json) {
    Fields top = Fields.of(json);
    return new ComputeActivity(
        top.objects("compute_instances").stream().map(ComputeActivityJson::instance).toList(),
        top.int32("connections"),
        top.int64("wake_ups"));
  }

  private static ComputeInstance instance(Fields fields) {
    return new ComputeInstance(
        fields.textOrEmpty("compute_instance_id"),
        new EndpointState(fields.textOrEmpty("current_state")),
        new ComputeRole(fields.textOrEmpty("role")),
        fields.time("start_time"),
        fields.int64("process_id"),
        fields.int64("replication_lag_bytes"));
  }
}
