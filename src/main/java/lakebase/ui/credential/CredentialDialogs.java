package lakebase.ui.credential;

import java.util.List;
import java.util.Optional;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.state.BranchEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.ui.UiContext;
import lakebase.ui.detail.ConnectionFacts;
import lakebase.ui.detail.Fact;
import lakebase.ui.detail.FactGroup;
import lakebase.ui.dialog.DialogHost;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Opens the dialog that makes a database credential. FX thread. */
public final class CredentialDialogs {

  private final UiContext context;
  private final DialogHost host;
  private final ClipboardGuard guard;

  /** Dialogs in that window. */
  public CredentialDialogs(UiContext context, DialogHost host) {
    this(context, host, new ClipboardGuard(new SystemBoard(), Alarm.ofToolkit(), context.clock()));
  }

  CredentialDialogs(UiContext context, DialogHost host, ClipboardGuard guard) {
    this.context = context;
    this.host = host;
    this.guard = guard;
  }

  /**
   * Asks for a credential for that compute, valid for an hour, and shows it.
   *
   * @throws IllegalArgumentException when it is no compute
   */
  public void generate(Ref.OfResource ref) {
    if (!(ref.name() instanceof EndpointName endpoint)) {
      throw new IllegalArgumentException("not a compute: " + ref.name());
    }
    CredentialModel model = new CredentialModel(context, ref, endpoint, guard);
    host.open(
        new CredentialView(context, model, path(ref, endpoint), facts(ref, endpoint)).frame());
    model.generate();
  }

  /** Takes a copied token off the clipboard, if it is still there; for the end of the program. */
  public void wipeClipboard() {
    guard.wipe();
  }

  private String path(Ref.OfResource ref, EndpointName endpoint) {
    String project =
        context
            .store()
            .state()
            .workspace(ref.workspace())
            .flatMap(found -> found.inventory().project(endpoint.project()))
            .map(entry -> entry.project().displayName())
            .orElseGet(() -> endpoint.project().id().value());
    return String.join(" / ", project, endpoint.branch().id().value(), endpoint.id().value());
  }

  private FactGroup facts(Ref.OfResource ref, EndpointName name) {
    Optional<Workspace> workspace = context.store().state().workspace(ref.workspace());
    Optional<Endpoint> endpoint = workspace.flatMap(found -> found.inventory().endpoint(name));
    BranchEntry branch =
        workspace.flatMap(found -> found.inventory().branch(name.branch())).orElse(null);
    String user =
        workspace.map(Workspace::connection).stream()
            .filter(Workspace.Connection.Connected.class::isInstance)
            .map(Workspace.Connection.Connected.class::cast)
            .map(connected -> connected.user().userName())
            .findFirst()
            .orElse("");
    List<Fact> facts =
        endpoint
            .map(found -> ConnectionFacts.of(context.texts(), found, branch, user))
            .orElse(List.of());
    return new FactGroup(
        "credential-connection",
        MaterialDesignL.LAN,
        context.texts().get("credential.connection"),
        facts);
  }
}
