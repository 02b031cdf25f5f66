package lakebase.task;

/** A call under way. */
@FunctionalInterface
public interface Job {

  /** Interrupts the call; its outcome is then not delivered. */
  void cancel();
}
