package lakebase.ui.connect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import lakebase.connect.ConnectTexts;
import lakebase.connect.Target;
import lakebase.connect.port.LiveConnection;
import lakebase.connect.port.OpenPort;
import lakebase.connect.port.PortRequest;
import lakebase.model.CredentialRequest;
import lakebase.model.Endpoint;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.Secret;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.task.Outcome;
import lakebase.ui.Secrets;
import lakebase.ui.UiContext;

/** The local ports: opened, listed with their connections, closed. FX thread. */
final class PortsModel {

  private static final String FIRST_DATABASE = "databricks_postgres";

  private final UiContext context;
  private final ConnectServices services;
  private final Optional<Ref.OfResource> compute;
  private final Consumer<Secret> copySecret;
  private final ReadOnlyObjectWrapper<List<PortRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private boolean opening;

  /**
   * A model of all ports.
   *
   * @param compute the one that a new port can be opened for
   * @param copySecret puts a secret on the clipboard for a while
   */
  PortsModel(
      UiContext context,
      ConnectServices services,
      Optional<Ref.OfResource> compute,
      Consumer<Secret> copySecret) {
    this.context = context;
    this.services = services;
    this.compute = compute;
    this.copySecret = copySecret;
    show();
  }

  ReadOnlyObjectProperty<List<PortRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Why the last one could not be opened; empty when it could. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Follows the ports until the subscription ends. */
  Store.Subscription follow() {
    show();
    return services.ports().onChange(() -> services.fx().execute(this::show))::run;
  }

  private void show() {
    rows.set(services.ports().list().stream().map(this::row).toList());
  }

  private PortRow row(OpenPort port) {
    Target target = port.request().target();
    return new PortRow(
        port,
        OpenPort.HOST + ":" + port.port(),
        text("ports.target", port.request().title(), target.user()),
        port.connections().stream().map(this::words).toList(),
        port.problem().isEmpty() ? "" : text("ports.problem", Secrets.remove(port.problem())));
  }

  private String words(LiveConnection live) {
    return text(
        "ports.connection",
        live.application().isEmpty() ? text("ports.unnamed") : live.application(),
        live.database(),
        context.formats().time(live.since()));
  }

  /** Whether one can be opened. */
  boolean canOpen() {
    return compute.isPresent() && !opening && request().isPresent();
  }

  /** Opens one for the compute. */
  void open() {
    Optional<PortRequest> request = request();
    if (request.isEmpty() || opening) {
      return;
    }
    opening = true;
    problem.set("");
    context
        .runner()
        .run(
            () -> {
              try {
                services.ports().open(request.get());
                return "";
              } catch (IOException e) {
                return Objects.requireNonNullElse(e.getMessage(), e.toString());
              }
            },
            outcome -> {
              opening = false;
              if (outcome instanceof Outcome.Success<String>(var reason) && !reason.isEmpty()) {
                problem.set(text("ports.notOpened", reason));
              }
              show();
            });
  }

  /** As the caller, in the database that a branch starts with; empty while that is not known. */
  private Optional<PortRequest> request() {
    if (compute.isEmpty() || !(compute.get().name() instanceof EndpointName endpoint)) {
      return Optional.empty();
    }
    Ref.OfResource ref = compute.get();
    Optional<Workspace> workspace = context.store().state().workspace(ref.workspace());
    String user =
        workspace
                    .map(Workspace::connection)
                    .filter(Workspace.Connection.Connected.class::isInstance)
                    .orElse(null)
                instanceof Workspace.Connection.Connected(var known)
            ? known.userName()
            : "";
    EndpointHosts hosts =
        workspace
            .flatMap(found -> found.inventory().endpoint(endpoint))
            .map(Endpoint::facts)
            .map(Endpoint.Facts::hosts)
            .orElse(EndpointHosts.NONE);
    boolean main = hosts.host() != null;
    String host = main ? hosts.host() : hosts.readOnlyHost();
    if (host == null || !Target.isUsable(host) || !Target.isUsable(user)) {
      return Optional.empty();
    }
    int port = main ? hosts.portOrStandard() : hosts.readOnlyPortOrStandard();
    CredentialRequest token = new CredentialRequest(endpoint, CredentialRequest.LONGEST);
    return Optional.of(
        new PortRequest(
            ref.workspace().toString(),
            endpoint,
            Paths.of(context, ref, endpoint),
            new Target(host, port, FIRST_DATABASE, user),
            services.trusts().apply(ref.workspace()),
            () -> context.workspaces().api(ref.workspace()).generateCredential(token)));
  }

  /** Closes that one and ends its connections. */
  void close(PortRow row) {
    services.ports().close(row.port().port());
    show();
  }

  /** Puts its password on the clipboard, for a while. */
  void copyPassword(PortRow row) {
    copySecret.accept(row.port().password());
  }

  /** Puts a URI with its password on the clipboard, for a while. */
  void copyUri(PortRow row) {
    // There is no TLS on loopback, and none is needed.
    String uri = ConnectTexts.uri(row.port().login());
    copySecret.accept(new Secret(uri.replace("sslmode=require", "sslmode=disable")));
  }

  /** What is open, in words. */
  String count() {
    List<PortRow> now = new ArrayList<>(rows.get());
    long connections = now.stream().mapToLong(row -> row.connections().size()).sum();
    return text("ports.count", now.size(), connections);
  }

  private String text(String key, Object... values) {
    return context.texts().get(key, values);
  }
}
