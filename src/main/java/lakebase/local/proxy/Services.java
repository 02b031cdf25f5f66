package lakebase.local.proxy;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** What all connections of a front door share. */
record Services(
    Certificates certificates,
    Login login,
    Buffers.Pool buffers,
    Traffic traffic,
    ScheduledThreadPoolExecutor timer,
    Duration loginLimit) {

  /** Gives the calling thread the time there is to log in; does that when it is over. */
  Deadline deadline(Runnable late) {
    return new Deadline(timer, loginLimit, late);
  }
}
