package lakebase.ui.connect;

import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lakebase.connect.port.OpenPort;
import lakebase.state.AppState;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceSettings;

/**
 * Closes the local ports of a workspace that is signed out of, removed, or reached or signed in to
 * otherwise: behind them would go on who is not signed in there any more. A workspace that does not
 * answer keeps its ports. On the FX thread.
 */
public final class PortKeeper {

  private final Store store;
  private final ConnectServices services;
  private Map<String, WorkspaceSettings> accounts = Map.of();

  /** Closes nothing before {@link #start}. */
  public PortKeeper(Store store, ConnectServices services) {
    this.store = store;
    this.services = services;
  }

  /** Begins; it ends with the store. */
  public void start() {
    store.watch(PortKeeper::accounts, this::met);
    // One that was being opened meanwhile comes when its workspace has gone.
    services.ports().onChange(() -> services.fx().execute(() -> close(this::isGone)));
  }

  /** What is signed in to, without what does not matter here: names, colours, locks. */
  private static Map<String, WorkspaceSettings> accounts(AppState state) {
    return state.workspaces().values().stream()
        .filter(found -> !(found.connection() instanceof Workspace.Connection.SignedOut))
        .map(Workspace::settings)
        .collect(
            Collectors.toUnmodifiableMap(
                found -> found.id().toString(),
                found ->
                    found
                        .withName("")
                        .withColour(WorkspaceSettings.LOCAL.colour())
                        .withReadOnly(false)));
  }

  private void met(Map<String, WorkspaceSettings> now) {
    Map<String, WorkspaceSettings> before = accounts;
    accounts = now;
    close(port -> {
      String id = port.request().workspace();
      return isGone(port)
          || (before.containsKey(id) && !Objects.equals(now.get(id), before.get(id)));
    });
  }

  private boolean isGone(OpenPort port) {
    return !accounts.containsKey(port.request().workspace());
  }

  private void close(Predicate<OpenPort> ending) {
    services.ports().list().stream()
        .filter(ending)
        .forEach(port -> services.ports().close(port.port()));
  }
}
