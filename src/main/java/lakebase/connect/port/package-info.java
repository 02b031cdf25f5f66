/**
 * Local connect ports: an address on 127.0.0.1 that stands for one compute and logs in there with a
 * fresh token each time, for programs that cannot renew tokens.
 *
 * <p>A client proves a random password, made with the port, by SCRAM-SHA-256, without TLS. Of the
 * two ways that a password could be asked for, cleartext would be enough for loopback as long as
 * the console lives. But a client keeps its settings for longer than that, and then another program
 * may listen where the port was: by SCRAM such a client tells it nothing, and notices. To the
 * compute there is TLS, verified as the workspace says.
 */
@NullMarked
package lakebase.connect.port;

import org.jspecify.annotations.NullMarked;
