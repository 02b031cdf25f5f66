package lakebase.local.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import lakebase.local.identity.SigningKey;
import lakebase.local.identity.TokenVerifier;
import lakebase.local.postgres.RealServer;
import lakebase.model.EndpointName;

/** A front door on loopback with a real server behind it, and clients for it. */
final class RealDoor implements AutoCloseable, Gate {

  static final String OAUTH_ROLE = "someone@example.com";
  static final String ISSUER = "http://127.0.0.1/oidc";
  private static final EndpointName ENDPOINT =
      EndpointName.parse("projects/p/branches/b/endpoints/e");

  final FrontDoor door;
  final InetSocketAddress address;
  final Certificates certificates;
  final Map<String, LoginRole> roles = new ConcurrentHashMap<>();
  final AtomicInteger entered = new AtomicInteger();
  final AtomicInteger left = new AtomicInteger();
  volatile boolean nativeLogin = true;

  /** Sockets of servers that have died, each met once before the real one is. */
  final Queue<Path> dead = new ConcurrentLinkedQueue<>();

  volatile boolean allDead;
  private final RealServer server;
  private final SigningKey key;
  private final TokenCheck tokens;
  private final Queue<FrontDoor> others = new ConcurrentLinkedQueue<>();

  RealDoor(Path directory, Map<String, String> options)
      throws IOException, InterruptedException, SQLException {
    this(directory, options, FrontDoor.LOGIN_LIMIT);
  }

  RealDoor(Path directory, Map<String, String> options, Duration loginLimit)
      throws IOException, InterruptedException, SQLException {
    this(directory, RealServer.start(directory, options), loginLimit);
  }

  /** Before that server. */
  RealDoor(Path directory, RealServer behind, Duration loginLimit)
      throws IOException, SQLException {
    server = behind;
    key = new SigningKey(directory, () -> ISSUER);
    certificates = new Certificates(directory.resolve("tls"), InstantSource.system());
    tokens = new TokenVerifier(key, () -> ISSUER, InstantSource.system());
    door = new FrontDoor(certificates, tokens, loginLimit);
    address = door.listen(Loopback.of(directory.toString()), List.of(), this);
    roles.put(OAUTH_ROLE, new LoginRole(OAUTH_ROLE, Method.OAUTH, Optional.empty()));
    sql("CREATE ROLE \"" + OAUTH_ROLE + "\" LOGIN");
  }

  /** Another door before the same server, which gives its clients that long to log in. */
  InetSocketAddress hurried(Duration limit) throws IOException {
    FrontDoor other = new FrontDoor(certificates, tokens, limit);
    others.add(other);
    return other.listen(Loopback.of("hurried"), List.of(), this);
  }

  /** Makes a role with that password. */
  void passwordRole(String name, String password) throws SQLException {
    sql("CREATE ROLE \"" + name + "\" LOGIN PASSWORD '" + password + "'");
    String verifier = query("SELECT rolpassword FROM pg_authid WHERE rolname = '" + name + "'");
    roles.put(name, new LoginRole(name, Method.PASSWORD, Optional.of(verifier)));
  }

  /** Has the superuser do something. */
  void sql(String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = server.connect("postgres")) {
      return query(connection, sql);
    }
  }

  static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  String token(String subject, Duration life) {
    return key.sign(subject, ENDPOINT, Instant.now(), Instant.now().plus(life));
  }

  /** A good token of {@link #OAUTH_ROLE}. */
  String token() {
    return token(OAUTH_ROLE, Duration.ofMinutes(5));
  }

  /** Logs in as {@link #OAUTH_ROLE}. */
  Connection connect() throws SQLException {
    return connect(OAUTH_ROLE, token(), "sslmode=require");
  }

  Connection connect(String user, String password, String options) throws SQLException {
    return connect(address, user, password, options);
  }

  Connection connect(InetSocketAddress at, String user, String password, String options)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/postgres?%s"
            .formatted(at.getAddress().getHostAddress(), at.getPort(), options),
        properties);
  }

  @Override
  public Entry enter() {
    entered.incrementAndGet();
    Path known = allDead ? Path.of("/nowhere/.s.PGSQL.5432") : dead.poll();
    Path socket = known == null ? server.socket() : known;
    return new Entry() {
      @Override
      public Path socket() {
        return socket;
      }

      @Override
      public Optional<LoginRole> role(String name) {
        return Optional.ofNullable(roles.get(name));
      }

      @Override
      public boolean nativeLogin() {
        return nativeLogin;
      }

      @Override
      public void close() {
        left.incrementAndGet();
      }
    };
  }

  @Override
  public List<Path> sockets() {
    return List.of(Path.of("/nowhere/.s.PGSQL.5432"), server.socket());
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (FrontDoor other : others) {
      other.close();
    }
    server.close();
  }
}
