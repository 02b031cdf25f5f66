package lakebase.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The application's connections to all its workspaces: their HTTP clients, and a journal for each
 * address, because paths are the same everywhere. Any thread.
 */
public final class Connections implements AutoCloseable {

  private final HttpClients clients;
  private final Map<String, RequestJournal> journals = new ConcurrentHashMap<>();
  private final Pacing pacing;

  /** Connections of that pace, by the system's proxy. */
  public Connections(Pacing pacing) {
    this(pacing, System.getenv());
  }

  /** Connections of that pace; the environment may name a proxy. */
  public Connections(Pacing pacing, Map<String, String> environment) {
    this.pacing = pacing;
    this.clients = new HttpClients(environment);
  }

  /**
   * A client of the workspace at that address.
   *
   * @throws IllegalArgumentException when a token must not be sent to the address
   */
  public PostgresApi to(URI base, TokenSource tokens) {
    return to(base.toString(), base, null, tokens);
  }

  /**
   * A client of the workspace at that address.
   *
   * @param key tells the workspace from others; what is asked under it is in one journal
   * @param certificates whom to trust besides the system's; where the file cannot be read, every
   *     call fails and says so
   * @throws IllegalArgumentException when a token must not be sent to the address
   */
  public PostgresApi to(String key, URI base, @Nullable Path certificates, TokenSource tokens) {
    return new HttpPostgresApi(
        () -> clients.reaching(base, of(certificates)), base, tokens, journal(key), pacing);
  }

  /** What signing in to the workspace of that key sends its requests by. */
  public RawHttp raw(String key, @Nullable Path certificates) {
    return new RawHttp(clients, of(certificates), journal(key), pacing);
  }

  /** What tries the way to a host step by step. */
  public Probe probe(@Nullable Path certificates) {
    return new Probe(clients, of(certificates));
  }

  private RequestJournal journal(String key) {
    return journals.computeIfAbsent(key, _ -> new RequestJournal());
  }

  private static @Nullable Certificates of(@Nullable Path file) {
    return file == null ? null : new Certificates(file);
  }

  /** Breaks off every request and closes the connections. */
  @Override
  public void close() {
    clients.close();
  }
}
