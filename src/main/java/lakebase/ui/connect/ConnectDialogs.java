package lakebase.ui.connect;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import lakebase.connect.Offer;
import lakebase.model.EndpointName;
import lakebase.model.Secret;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHost;

/** What can be done with a login, and the list of local ports. FX thread. */
public final class ConnectDialogs {

  private final UiContext context;
  private final DialogHost host;
  private final ConnectServices services;
  private final Consumer<Secret> copySecret;

  /**
   * Dialogs in that window.
   *
   * @param copySecret puts a secret on the clipboard for a while
   */
  public ConnectDialogs(
      UiContext context, DialogHost host, ConnectServices services, Consumer<Secret> copySecret) {
    this.context = context;
    this.host = host;
    this.services = services;
    this.copySecret = copySecret;
  }

  /** The buttons below a login of that compute. */
  public Region bar(Ref.OfResource compute, String title, ObservableValue<Optional<Offer>> offer) {
    return new ConnectBar(
        context, compute, new ConnectModel(context, services, compute, title, offer), offer);
  }

  /** Opens the list of all ports. */
  public void ports() {
    open(Optional.empty());
  }

  /**
   * Opens the list, from which one can be opened for that compute.
   *
   * @throws IllegalArgumentException when it is no compute
   */
  public void ports(Ref.OfResource compute) {
    if (!(compute.name() instanceof EndpointName)) {
      throw new IllegalArgumentException("not a compute: " + compute.name());
    }
    open(Optional.of(compute));
  }

  private void open(Optional<Ref.OfResource> compute) {
    Optional<String> title = compute.map(ref -> Paths.of(context, ref, (EndpointName) ref.name()));
    host.open(
        new PortsView(context, new PortsModel(context, services, compute, copySecret), title)
            .frame());
  }
}
