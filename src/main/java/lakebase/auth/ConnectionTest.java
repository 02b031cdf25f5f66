package lakebase.auth;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import lakebase.api.ApiException;
import lakebase.api.Connections;
import lakebase.api.PostgresApi;
import lakebase.api.Probe;
import lakebase.api.RawAnswer;
import lakebase.api.RawRequest;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;
import lakebase.model.SignIn;

/**
 * Goes the way to a workspace one step after the other, so that the one that fails can be named.
 * Blocks; an interrupt ends it.
 */
public final class ConnectionTest implements Way {

  private static final String METADATA = "/.well-known/databricks-config";

  private final Connections connections;

  /** The steps, in their order. */
  public enum Step {
    /** The host's name has an address. */
    NAME,
    /** The host, or the proxy to it, takes connections. */
    TCP,
    /** The host shows a certificate that is trusted; left out on this machine, without TLS. */
    TLS,
    /** The host speaks HTTP. */
    HTTP,
    /** There is a token. */
    SIGN_IN,
    /** The workspace takes the token, and says whose it is. */
    WHO,
    /** The Postgres API answers. */
    PROJECTS;

    /** The steps to that address. */
    public static List<Step> to(URI host) {
      boolean plain = "http".equals(host.getScheme());
      return Stream.of(values()).filter(step -> step != TLS || !plain).toList();
    }
  }

  /** Tests over those connections. */
  public ConnectionTest(Connections connections) {
    this.connections = connections;
  }

  /**
   * Takes that step; those before it have been taken. Where nobody is signed in and a browser is
   * the way, {@link Step#SIGN_IN} opens it.
   *
   * @param session of that account
   * @return what was found out, as machines write it: addresses, a version, a name, a count
   * @throws ApiException when the step fails
   */
  @Override
  public String take(Step step, Account account, Session session) throws InterruptedException {
    Probe probe = connections.probe(account.certificates());
    PostgresApi api =
        connections.to(account.key(), account.host(), account.certificates(), session);
    return switch (step) {
      case NAME -> probe.resolve(account.host());
      case TCP -> probe.connect(account.host());
      case TLS -> probe.handshake(account.host());
      case HTTP -> http(account);
      case SIGN_IN -> signIn(account, session);
      case WHO -> api.me().userName();
      case PROJECTS -> {
        var pages = api.listProjects(false);
        int first = pages.next().items().size();
        yield first + (pages.hasNext() ? "+" : "");
      }
    };
  }

  /** Any answer will do but one that only a server in trouble, or a proxy, gives. */
  private String http(Account account) throws InterruptedException {
    RawAnswer answer =
        connections
            .raw(account.key(), account.certificates())
            .send(RawRequest.get(account.host().resolve(METADATA)));
    if (answer.status() >= 500) {
      throw new ApiException(
          new ApiFailure.Unavailable(
              new ApiFailure.Details(
                  answer.status(),
                  new ServiceError(
                      "HTTP_" + answer.status(), "the host is in trouble", List.of(), null),
                  "GET " + METADATA)));
    }
    return "HTTP " + answer.status();
  }

  private static String signIn(Account account, Session session) throws InterruptedException {
    try {
      session.token();
    } catch (ApiException none) {
      boolean askable =
          account.signIn() instanceof SignIn.Browser
              && none.failure() instanceof ApiFailure.Unauthorized;
      if (!askable) {
        throw none;
      }
      session.signIn();
    }
    return session.expires().map(end -> end.toString()).orElse("");
  }
}
