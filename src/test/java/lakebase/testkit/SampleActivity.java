package lakebase.testkit;

import java.util.List;
import lakebase.model.ComputeActivity;
import lakebase.model.ComputeInstance;
import lakebase.model.ComputeRole;
import lakebase.model.EndpointState;
import org.jspecify.annotations.Nullable;

/** What computes do, as the local workspace tells it. */
public final class SampleActivity {

  /** No process. */
  public static final ComputeActivity ASLEEP = new ComputeActivity(List.of(), 0, 3L);

  private SampleActivity() {}

  /** A primary with that many connections, and a standby that is behind. */
  public static ComputeActivity busy(int connections) {
    return new ComputeActivity(
        List.of(
            instance("1", ComputeRole.READ_WRITE, 4711, null),
            instance("2", ComputeRole.HOT_STANDBY, 4712, 3L << 20)),
        connections,
        12L);
  }

  /** An active server, running for twenty minutes. */
  public static ComputeInstance instance(
      String id, ComputeRole role, long process, @Nullable Long lag) {
    return new ComputeInstance(
        id, EndpointState.ACTIVE, role, Samples.NOW.minusSeconds(1_200), process, lag);
  }
}
