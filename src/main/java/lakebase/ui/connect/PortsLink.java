package lakebase.ui.connect;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import lakebase.connect.port.OpenPort;
import lakebase.ui.Icons;
import lakebase.ui.Lifecycle;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** How many local ports are open, in the status bar; not there while none is. */
public final class PortsLink extends Hyperlink {

  private final UiContext context;
  private final ConnectServices services;

  /** A link to the list. */
  public PortsLink(UiContext context, ConnectServices services) {
    this.context = context;
    this.services = services;
    setId("status-ports");
    getStyleClass().add("status-tasks");
    setGraphic(Icons.icon(MaterialDesignL.LAN_CONNECT, "icon-small"));
    setTooltip(new Tooltip(context.texts().get("ports.title")));
    setOnAction(_ -> {
      setVisited(false);
      context.intents().localPorts();
    });
    managedProperty().bind(visibleProperty());
    show();
    Lifecycle.of(this)
        .whileShowing(() -> {
          show();
          return services.ports().onChange(() -> services.fx().execute(this::show))::run;
        });
  }

  private void show() {
    List<OpenPort> open = services.ports().list();
    long connections = open.stream().map(OpenPort::connections).mapToLong(List::size).sum();
    setVisible(!open.isEmpty());
    setText(context.texts().get("ports.count", open.size(), connections));
  }
}
