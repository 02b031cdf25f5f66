package lakebase.connect.port;

import java.time.Instant;

/**
 * A client that a port has let in.
 *
 * @param id tells it from the others of its port
 * @param application what it calls itself; may be empty
 * @param database what it is connected to
 * @param since when it was let in
 */
public record LiveConnection(long id, String application, String database, Instant since) {}
