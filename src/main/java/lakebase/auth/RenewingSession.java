package lakebase.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import lakebase.api.ApiException;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import lakebase.model.ServiceError;
import org.jspecify.annotations.Nullable;

/**
 * A session that has at most one token under way, whoever asks for it, and renews the one it has
 * before its end. What needs a person is tried once and then remembered; what the network denied is
 * tried again by the next who asks, and in the background while the token in use is good.
 */
final class RenewingSession implements Session {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration SLOWEST_RETRY = Duration.ofMinutes(1);
  private static final Duration FASTEST_RETRY = Duration.ofSeconds(1);

  /** A token that is refused again so soon after it was got in place of another is no accident. */
  private static final Duration REFUSED_AGAIN = Duration.ofMinutes(1);

  private final Account account;
  private final Supplier<TokenMaker> makers;
  private final InstantSource clock;
  private final Later later;
  private @Nullable TokenMaker maker;
  private @Nullable Grant grant;
  private @Nullable ApiFailure failure;
  private @Nullable Flight flight;
  private @Nullable Runnable renewal;
  private @Nullable Instant refusedAt;
  private boolean closed;

  /**
   * Nothing is asked for yet.
   *
   * @param makers asked once, at the first need
   */
  RenewingSession(Account account, Supplier<TokenMaker> makers, InstantSource clock, Later later) {
    this.account = account;
    this.makers = makers;
    this.clock = clock;
    this.later = later;
  }

  @Override
  public Secret token() throws InterruptedException {
    Flight awaited;
    synchronized (this) {
      if (grant != null && grant.isGood(clock.instant())) {
        return grant.token();
      }
      if (failure != null) {
        throw new ApiException(failure);
      }
      awaited = flight == null ? start() : flight;
    }
    return await(awaited, PATIENCE).token();
  }

  @Override
  public synchronized Optional<Instant> expires() {
    return Optional.ofNullable(grant).map(Grant::until);
  }

  @Override
  public synchronized boolean refused(Secret token) {
    if (grant == null || !grant.token().equals(token)) {
      return failure == null;
    }
    Instant now = clock.instant();
    boolean again = refusedAt != null && now.isBefore(refusedAt.plus(REFUSED_AGAIN));
    grant = null;
    cancelRenewal();
    if (again || !maker().renews()) {
      failure = Reason.TOKEN_REFUSED.failure(account, "the workspace does not take the token");
      return false;
    }
    refusedAt = now;
    return true;
  }

  @Override
  public void signIn() throws InterruptedException {
    Flight asking;
    synchronized (this) {
      abandonFlight();
      TokenMaker asked = maker();
      asking = Flight.start(account, asked::ask, this::landed);
      flight = asking;
    }
    try {
      await(asking, SignIns.TO_DECIDE.plus(PATIENCE));
    } catch (InterruptedException cancelled) {
      synchronized (this) {
        if (flight == asking) {
          abandonFlight();
        }
      }
      throw cancelled;
    }
  }

  @Override
  public void signOut() {
    TokenMaker asked;
    synchronized (this) {
      abandonFlight();
      cancelRenewal();
      grant = null;
      failure = Reason.SIGNED_OUT.failure(account, "signed out");
      asked = maker();
    }
    asked.forget();
  }

  @Override
  public synchronized void close() {
    closed = true;
    abandonFlight();
    cancelRenewal();
  }

  private Grant await(Flight awaited, Duration patience) throws InterruptedException {
    try {
      return awaited.await(patience);
    } catch (TimeoutException tooSlow) {
      throw new ApiException(
          new ApiFailure.Network(
              new ApiFailure.Details(
                  0,
                  new ServiceError("TIMEOUT", "no token within the time limit", List.of(), null),
                  "sign in to " + account.host().getAuthority())));
    }
  }

  private Flight start() {
    TokenMaker asked = maker();
    Flight started = Flight.start(account, asked::fetch, this::landed);
    flight = started;
    return started;
  }

  private synchronized TokenMaker maker() {
    if (maker == null) {
      maker = makers.get();
    }
    return maker;
  }

  private synchronized void landed(Flight ended, Flight.Outcome outcome) {
    if (flight != ended) {
      return;
    }
    flight = null;
    switch (outcome) {
      case Flight.Outcome.Got(Grant got) -> {
        grant = got;
        failure = null;
        planRenewal(got.untilRenewal(clock.instant()));
      }
      case Flight.Outcome.Failed(ApiFailure why) -> {
        boolean retried = !(why instanceof ApiFailure.Unauthorized);
        failure = retried ? failure : why;
        if (retried && grant != null && grant.isGood(clock.instant())) {
          planRetry(grant);
        }
      }
    }
  }

  private void planRetry(Grant kept) {
    Duration wait = kept.untilRenewal(clock.instant()).dividedBy(2);
    planRenewal(clamp(wait));
  }

  private void planRenewal(Duration wait) {
    cancelRenewal();
    if (!closed && grant != null && grant.until() != null) {
      renewal = later.after(wait.compareTo(FASTEST_RETRY) < 0 ? FASTEST_RETRY : wait, this::renew);
    }
  }

  private synchronized void renew() {
    renewal = null;
    if (!closed && flight == null && grant != null) {
      start();
    }
  }

  private static Duration clamp(Duration wait) {
    return wait.compareTo(SLOWEST_RETRY) > 0 ? SLOWEST_RETRY : wait;
  }

  private void abandonFlight() {
    if (flight != null) {
      Flight abandoned = flight;
      flight = null;
      abandoned.abandon();
    }
  }

  private void cancelRenewal() {
    if (renewal != null) {
      renewal.run();
      renewal = null;
    }
  }
}
