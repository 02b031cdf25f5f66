package lakebase.ui.credential;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import lakebase.connect.Offer;
import lakebase.connect.Shell;
import lakebase.model.EndpointName;
import lakebase.model.Secret;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHost;

/** Opens the dialog that makes a database credential. FX thread. */
public final class CredentialDialogs {

  /** Makes what else can be done with a login. */
  @FunctionalInterface
  public interface Below {

    /**
     * A row of the desk.
     *
     * @param title what a person calls the compute
     * @param offer the login that can be used now
     */
    Region of(Ref.OfResource compute, String title, ObservableValue<Optional<Offer>> offer);
  }

  private final UiContext context;
  private final DialogHost host;
  private final ClipboardGuard guard;
  private final Below below;

  /** Dialogs in that window. */
  public CredentialDialogs(UiContext context, DialogHost host, Below below) {
    this(
        context,
        host,
        new ClipboardGuard(new SystemBoard(), Alarm.ofToolkit(), context.clock()),
        below);
  }

  CredentialDialogs(UiContext context, DialogHost host, ClipboardGuard guard, Below below) {
    this.context = context;
    this.host = host;
    this.guard = guard;
    this.below = below;
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
    DeskModel desk =
        new DeskModel(
            context,
            ref,
            endpoint,
            new CredentialModel(context, ref, endpoint, guard),
            Shell.of(System.getProperty("os.name")));
    String path = path(ref, endpoint);
    host.open(
        new CredentialView(
                context,
                desk,
                path,
                state -> DeskChoices.of(state, ref, endpoint),
                offer -> below.of(ref, path, offer))
            .frame());
    desk.open();
  }

  /** Puts a secret of another kind on the clipboard, for a minute at most. */
  public void copy(Secret secret) {
    guard.copy(secret, Instant.MAX);
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
}
