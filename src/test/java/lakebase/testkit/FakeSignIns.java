package lakebase.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import lakebase.api.ApiException;
import lakebase.auth.Account;
import lakebase.auth.Session;
import lakebase.auth.SignIns;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import lakebase.model.ServiceError;
import org.jspecify.annotations.Nullable;

/** Signs in with tokens that a test gives, by the key of an account. Any thread. */
public final class FakeSignIns implements SignIns {

  /** For a console that has no other workspace than the local one. */
  public static final SignIns NONE =
      account -> {
        throw new IllegalStateException("nobody was to sign in to " + account.host());
      };

  private final Map<String, FakeSession> sessions = new ConcurrentHashMap<>();

  /** The session of that account; also before it is opened. */
  public FakeSession session(String key) {
    return sessions.computeIfAbsent(key, FakeSession::new);
  }

  @Override
  public Session open(Account account) {
    FakeSession session = session(account.key());
    session.opened = account;
    session.closed = false;
    return session;
  }

  /** A session whose token a test gives and takes. */
  public static final class FakeSession implements Session {

    /** The account it was opened for last; absent before. */
    public volatile @Nullable Account opened;

    /** Whether it was closed since. */
    public volatile boolean closed;

    /** Whether it was signed out of. */
    public volatile boolean signedOut;

    private final String key;
    private volatile @Nullable Secret token;
    private volatile @Nullable Instant expires;
    private volatile @Nullable Secret next;
    private volatile CountDownLatch person = new CountDownLatch(0);

    FakeSession(String key) {
      this.key = key;
    }

    /** It has that token from now on, until then. */
    public FakeSession give(Secret now, @Nullable Instant until) {
      token = now;
      expires = until;
      return this;
    }

    /** It has no token any more, and signing in gets that one. */
    public void expire(Secret after) {
      token = null;
      expires = null;
      next = after;
    }

    /** A person takes their time to sign in, until the latch is open. */
    public void waitFor(CountDownLatch latch) {
      person = latch;
    }

    @Override
    public Secret token() {
      Secret now = token;
      if (now == null) {
        throw refused("the refresh token has expired");
      }
      return now;
    }

    @Override
    public Optional<Instant> expires() {
      return Optional.ofNullable(expires);
    }

    @Override
    public void signIn() throws InterruptedException {
      person.await();
      Secret got = next;
      if (got == null) {
        throw refused("nobody signed in");
      }
      signedOut = false;
      token = got;
    }

    @Override
    public void signOut() {
      next = token == null ? next : token;
      token = null;
      expires = null;
      signedOut = true;
    }

    @Override
    public void close() {
      closed = true;
    }

    private ApiException refused(String why) {
      ServiceError error = new ServiceError("SIGN_IN_NEEDED", why, List.of(), null);
      return new ApiException(
          new ApiFailure.Unauthorized(new ApiFailure.Details(0, error, "sign-in of " + key)));
    }
  }
}
