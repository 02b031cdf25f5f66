package lakebase.api;

import java.net.URI;
import java.net.http.HttpClient;

/**
 * The application's connections to all its workspaces: one HTTP client, one journal. Any thread.
 */
public final class Connections implements AutoCloseable {

  private final HttpClient client = HttpPostgresApi.newClient();
  private final RequestJournal journal = new RequestJournal();
  private final Pacing pacing;

  /** Connections of that pace. */
  public Connections(Pacing pacing) {
    this.pacing = pacing;
  }

  /**
   * A client of the workspace at that address.
   *
   * @throws IllegalArgumentException when a token must not be sent to the address
   */
  public PostgresApi to(URI base, TokenSource tokens) {
    return new HttpPostgresApi(client, base, tokens, journal, pacing);
  }

  /** Breaks off every request and closes the connections. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
