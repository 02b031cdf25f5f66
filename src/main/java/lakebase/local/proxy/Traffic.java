package lakebase.local.proxy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Carries the traffic of all connections that have been let in, on a few threads. Any thread. */
final class Traffic implements AutoCloseable {

  /** Leaves most of a machine to those who do the work. */
  private static final int PROCESSORS_PER_LANE = 4;

  private final List<Lane> lanes = new ArrayList<>();

  Traffic() throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    for (int count = 0; count < Math.max(1, processors / PROCESSORS_PER_LANE); count++) {
      lanes.add(new Lane());
    }
  }

  /** The lane for another connection: the one with the fewest. */
  Lane lane() {
    return lanes.stream().min(Comparator.comparingInt(Lane::load)).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    for (Lane lane : lanes) {
      lane.close();
    }
  }
}
