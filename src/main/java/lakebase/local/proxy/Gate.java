package lakebase.local.proxy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The servers behind one address of the front door. Any thread. */
public interface Gate {

  /**
   * Lets a connection in, which counts until the entry is closed. A compute that sleeps is woken;
   * returns when a server accepts connections.
   *
   * @throws Refused when nobody can come in, with what the client is told
   */
  Entry enter() throws Refused, InterruptedException;

  /** The socket of every running server behind the address, for cancel requests; wakes nothing. */
  List<Path> sockets();

  /** The way in for one connection. */
  interface Entry extends AutoCloseable {

    /** The Unix socket of the server. */
    Path socket();

    /** How that role logs in there; empty when there is none of that name. */
    Optional<LoginRole> role(String name) throws Refused, InterruptedException;

    /** Whether roles with a password may log in with it. */
    boolean nativeLogin();

    /** The connection has ended. */
    @Override
    void close();
  }

  /** How a role proves who it is. */
  enum Method {
    /** By a database credential as its password. */
    OAUTH,
    /** By its own password. */
    PASSWORD,
    /** Not at all. */
    NO_LOGIN
  }

  /**
   * A PostgreSQL role at its login.
   *
   * @param verifier its SCRAM-SHA-256 verifier as PostgreSQL stores it, where it has a password
   */
  record LoginRole(String name, Method method, Optional<String> verifier) {

    /** Never shows the verifier. */
    @Override
    public String toString() {
      return "LoginRole[" + name + ", " + method + "]";
    }
  }
}
