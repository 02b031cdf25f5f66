package lakebase.auth;

import lakebase.model.SignIn;

/**
 * A way to sign in that this machine offers; holds no secret.
 *
 * @param signIn how
 * @param host the workspace's address, as it was found; empty when it is still to be named
 * @param kind what it signs in by
 * @param source where it was found: a file, a program, the names of variables; empty when nothing
 *     on the machine is needed
 */
public record Offer(SignIn signIn, String host, Kind kind, String source) {

  /** What a profile or the environment signs in by (contract §9.1). */
  public enum Kind {
    ACCESS_TOKEN,
    SERVICE_PRINCIPAL,
    BROWSER,
    AZURE_CLI,
    DATABRICKS_CLI,
    /** One of the clouds' own ways. */
    CLOUD,
    /** A name and a password, which the service no longer takes. */
    PASSWORD,
    /** Nothing that is known here, or nothing at all. */
    UNKNOWN
  }
}
