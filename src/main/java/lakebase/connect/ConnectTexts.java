package lakebase.connect;

import lakebase.model.EndpointName;

/**
 * What other programs connect by (contract §6.3). Pure functions; a result with a password is as
 * secret as that.
 */
public final class ConnectTexts {

  private ConnectTexts() {}

  /** A command line that opens psql. The password is in the environment, not in the arguments. */
  public static String psql(Login login, Shell shell) {
    String password = login.password().reveal();
    String target = conninfo(login.target(), "sslmode=require");
    return switch (shell) {
      case POSIX -> "PGPASSWORD=" + Quoting.posix(password) + " psql " + Quoting.posix(target);
      case POWERSHELL ->
          "$env:PGPASSWORD=" + Quoting.powerShell(password) + "; psql " + powerShellWord(target);
    };
  }

  /** Windows programs read quotes and backslashes of their arguments themselves. */
  private static String powerShellWord(String target) {
    return Quoting.powerShell(target.replaceAll("(\\\\*)\"", "$1$1\\\\\""));
  }

  /**
   * The target in libpq's {@code name=value} form.
   *
   * @param tls how TLS is asked for, in the same form
   */
  public static String conninfo(Target target, String tls) {
    return "host="
        + Quoting.conninfo(target.host())
        + " port="
        + target.port()
        + " dbname="
        + Quoting.conninfo(target.database())
        + " user="
        + Quoting.conninfo(target.user())
        + " "
        + tls;
  }

  /** A URI as libpq and most drivers take it. */
  public static String uri(Login login) {
    return "postgresql://"
        + Quoting.url(login.target().user())
        + ":"
        + Quoting.url(login.password().reveal())
        + "@"
        + place(login.target())
        + "?sslmode=require";
  }

  /** A URL for pgJDBC with user and password. */
  public static String jdbcUrl(Login login) {
    return jdbcPlace(login.target())
        + "?user="
        + Quoting.url(login.target().user())
        + "&password="
        + Quoting.url(login.password().reveal())
        + "&sslmode=require";
  }

  /** A URL for pgJDBC without user and password. */
  public static String jdbcUrl(Target target) {
    return jdbcPlace(target) + "?sslmode=require";
  }

  /** The same without any setting. */
  static String jdbcPlace(Target target) {
    return "jdbc:postgresql://" + place(target);
  }

  private static String place(Target target) {
    return target.urlHost() + ":" + target.port() + "/" + Quoting.url(target.database());
  }

  /** The URL, user and password as a Java properties file. */
  public static String jdbcProperties(Login login) {
    return "url="
        + Quoting.properties(jdbcUrl(login.target()))
        + "\nuser="
        + Quoting.properties(login.target().user())
        + "\npassword="
        + Quoting.properties(login.password().reveal())
        + "\n";
  }

  /** The variables that libpq and many drivers read, as an {@code .env} file. */
  public static String env(Login login) {
    Target target = login.target();
    return "PGHOST="
        + Quoting.env(target.host())
        + "\nPGPORT="
        + target.port()
        + "\nPGDATABASE="
        + Quoting.env(target.database())
        + "\nPGUSER="
        + Quoting.env(target.user())
        + "\nPGPASSWORD="
        + Quoting.env(login.password().reveal())
        + "\nPGSSLMODE=require\n";
  }

  /** A line of {@code .pgpass}, for that database alone. */
  public static String pgpass(Login login) {
    Target target = login.target();
    return String.join(
            ":",
            Quoting.pgpass(target.host()),
            Integer.toString(target.port()),
            Quoting.pgpass(target.database()),
            Quoting.pgpass(target.user()),
            Quoting.pgpass(login.password().reveal()))
        + "\n";
  }

  /**
   * An entry of {@code pg_service.conf}, without the password: the entry outlives every token, and
   * libpq refuses lines as long as one may be (1,023 bytes). The password comes from {@code
   * .pgpass} or the environment.
   */
  public static String service(Target target, EndpointName endpoint) {
    return "["
        + serviceName(endpoint)
        + "]\nhost="
        + target.host()
        + "\nport="
        + target.port()
        + "\ndbname="
        + target.database()
        + "\nuser="
        + target.user()
        + "\nsslmode=require\n";
  }

  /** What the entry is called: {@code psql service=…}. */
  public static String serviceName(EndpointName endpoint) {
    return String.join(
        "-",
        "lakebase",
        endpoint.project().id().value(),
        endpoint.branch().id().value(),
        endpoint.id().value());
  }
}
