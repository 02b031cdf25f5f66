package lakebase.connect;

/**
 * Where to connect, and as whom.
 *
 * @param host a name or an address
 * @param port of PostgreSQL's protocol
 * @param database its name in Postgres
 * @param user the role's name in Postgres
 */
public record Target(String host, int port, String database, String user) {

  /**
   * A target.
   *
   * @throws IllegalArgumentException when a name is not {@link #isUsable}, or the port none
   */
  public Target {
    if (!isUsable(host) || !isUsable(database) || !isUsable(user)) {
      throw new IllegalArgumentException("a name that cannot be written down");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  /**
   * Whether that name can be written in every format. Postgres accepts control characters; formats
   * of lines do not, where a line break would begin another setting.
   */
  public static boolean isUsable(String name) {
    return !name.isEmpty() && name.codePoints().noneMatch(Character::isISOControl);
  }

  /** The host as URLs want it: an IPv6 address in brackets. */
  String urlHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
