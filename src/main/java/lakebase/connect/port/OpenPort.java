package lakebase.connect.port;

import java.time.Instant;
import java.util.List;
import lakebase.connect.Login;
import lakebase.connect.Target;
import lakebase.model.Secret;

/**
 * A port that is open, at one moment.
 *
 * @param port on 127.0.0.1
 * @param request what it stands for
 * @param password what clients must prove; good for this port alone, and until it is closed
 * @param since when it was opened
 * @param connections who is connected, oldest first
 * @param problem why the last client was not let in; empty when it was, or none came
 */
public record OpenPort(
    int port,
    PortRequest request,
    Secret password,
    Instant since,
    List<LiveConnection> connections,
    String problem) {

  /** Where it listens. */
  public static final String HOST = "127.0.0.1";

  public OpenPort {
    connections = List.copyOf(connections);
  }

  /** What a client is told to connect by. */
  public Login login() {
    Target target = request.target();
    return new Login(
        new Target(HOST, port, target.database(), target.user()), password, Instant.MAX);
  }
}
