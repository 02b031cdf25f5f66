package lakebase.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import lakebase.model.ComputeActivity;
import lakebase.model.ComputeInstance;
import lakebase.model.ComputeRole;
import lakebase.model.EndpointState;
import org.junit.jupiter.api.Test;

/** The servers of an endpoint, as the cloud and as the local workspace tell them. */
class ComputeActivityJsonTest {

  private static final Instant START = Instant.parse("2026-01-29T18:00:00Z");

  private static ComputeActivity read(String json) {
    return Responses.computeActivity(json.getBytes(UTF_8));
  }

  @Test
  void theLocalWorkspaceTellsProcessesConnectionsAndLag() {
    assertThat(
            read(
                """
                {"compute_instances":[
                  {"name":"projects/p/branches/b/endpoints/e/compute-instances/1",
                   "compute_instance_id":"1","current_state":"ACTIVE","role":"READ_WRITE",
                   "start_time":"2026-01-29T18:00:00Z","process_id":4711},
                  {"name":"projects/p/branches/b/endpoints/e/compute-instances/2",
                   "compute_instance_id":"2","current_state":"ACTIVE","role":"HOT_STANDBY",
                   "start_time":"2026-01-29T18:00:00Z","process_id":"4712",
                   "replication_lag_bytes":"9007199254740993"}],
                 "next_page_token":"","connections":3,"wake_ups":12}
                """))
        .isEqualTo(
            new ComputeActivity(
                List.of(
                    new ComputeInstance(
                        "1", EndpointState.ACTIVE, ComputeRole.READ_WRITE, START, 4711L, null),
                    new ComputeInstance(
                        "2",
                        EndpointState.ACTIVE,
                        ComputeRole.HOT_STANDBY,
                        START,
                        4712L,
                        9_007_199_254_740_993L)),
                3,
                12L));
  }

  @Test
  void anotherServiceTellsLess() {
    assertThat(read("{\"compute_instances\":[{\"compute_instance_id\":\"1\"}]}"))
        .isEqualTo(
            new ComputeActivity(
                List.of(
                    new ComputeInstance(
                        "1", new EndpointState(""), new ComputeRole(""), null, null, null)),
                null,
                null));
    assertThat(read("{}")).isEqualTo(new ComputeActivity(List.of(), null, null));
  }

  @Test
  void unknownRolesAndStatesAreHeldAsTheyCame() {
    ComputeInstance instance =
        read("{\"compute_instances\":[{\"role\":\"WITNESS\",\"current_state\":\"DRAINING\"}]}")
            .instances()
            .getFirst();
    assertThat(instance.role()).isEqualTo(new ComputeRole("WITNESS"));
    assertThat(instance.state()).isEqualTo(new EndpointState("DRAINING"));
  }

  @Test
  void whatIsNoSuchListSaysWhere() {
    assertThatThrownBy(() -> read("{\"compute_instances\":[{\"process_id\":\"x\"}]}"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("process_id");
  }
}
