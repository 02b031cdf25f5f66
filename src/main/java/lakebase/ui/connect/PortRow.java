package lakebase.ui.connect;

import java.util.List;
import lakebase.connect.port.OpenPort;

/**
 * An open port as the list shows it.
 *
 * @param port what it is
 * @param address where it listens
 * @param target what it stands for, in words
 * @param connections who is connected, a line each
 * @param problem why the last client was not let in; empty when it was
 */
record PortRow(
    OpenPort port, String address, String target, List<String> connections, String problem) {

  PortRow {
    connections = List.copyOf(connections);
  }
}
