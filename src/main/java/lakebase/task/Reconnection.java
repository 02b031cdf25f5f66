package lakebase.task;

import java.time.Duration;
import lakebase.model.ApiFailure;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceId;

/**
 * Looks after the workspaces now and then: how long their tokens live, and whether those that do
 * not answer are there again. Those that refuse are left alone, because only a person can change
 * that; the local one is started, not asked.
 */
public final class Reconnection {

  /** From one look to the next. */
  static final Duration EVERY = Duration.ofSeconds(10);

  /** Every how many looks a workspace that does not answer is asked. */
  static final int PATIENCE = 3;

  private final Store store;
  private final InventoryLoader inventories;
  private final Runnable tokens;
  private final Delay delay;
  private volatile boolean closed;
  private int looks;

  /**
   * Does nothing before {@link #start}.
   *
   * @param tokens looks at the tokens, on the store's thread
   */
  public Reconnection(Store store, InventoryLoader inventories, Runnable tokens, Delay delay) {
    this.store = store;
    this.inventories = inventories;
    this.tokens = tokens;
    this.delay = delay;
  }

  /** Begins; from any thread. */
  public void start() {
    delay.after(EVERY, () -> store.run(this::look));
  }

  /** Asks no more. */
  public void close() {
    closed = true;
  }

  private void look() {
    if (closed) {
      return;
    }
    tokens.run();
    looks++;
    if (looks % PATIENCE == 0) {
      knock();
    }
    start();
  }

  private void knock() {
    for (Workspace workspace : store.state().workspaces().values()) {
      if (!workspace.id().equals(WorkspaceId.LOCAL) && isSilent(workspace.connection())) {
        inventories.knock(Ref.of(workspace.id()));
      }
    }
  }

  private static boolean isSilent(Connection connection) {
    return connection instanceof Connection.Lost(var failure, var _)
        && switch (failure) {
          case ApiFailure.Network _, ApiFailure.Unavailable _, ApiFailure.RateLimited _ -> true;
          default -> false;
        };
  }
}
