package lakebase.local.proxy;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** What all connections of a front door share. */
record Services(
    Certificates certificates,
    Login login,
    Buffers.Pool buffers,
    ScheduledThreadPoolExecutor timer,
    Duration loginLimit) {

  /** Gives the calling thread the time there is to log in. */
  Deadline deadline() {
    return new Deadline(timer, loginLimit);
  }
}
