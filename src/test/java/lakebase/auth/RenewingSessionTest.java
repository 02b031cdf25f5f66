package lakebase.auth;

import static lakebase.auth.Foreign.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.api.ApiException;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import lakebase.model.ServiceError;
import lakebase.model.SignIn;
import org.junit.jupiter.api.Test;

/** One token at a time, renewed before its end, and no try too many. */
class RenewingSessionTest {

  private static final Account ACCOUNT =
      new Account("w1", URI.create("https://w1.example"), new SignIn.Browser(), null);

  /** Warns of what nobody expected; held, because a logger that nobody holds forgets its level. */
  private static final Logger FLIGHTS = Logger.getLogger(Flight.class.getName());

  private volatile Instant now = Instant.parse("2026-05-01T10:00:00Z");
  private final AtomicInteger tries = new AtomicInteger();
  private final LinkedBlockingQueue<Callable<Grant>> answers = new LinkedBlockingQueue<>();
  private final List<Planned> planned = new ArrayList<>();
  private final RenewingSession session =
      new RenewingSession(ACCOUNT, Maker::new, () -> now, this::plan);

  private record Planned(Duration delay, Runnable action) {}

  private final class Maker implements TokenMaker {
    @Override
    public Grant fetch() throws InterruptedException {
      tries.incrementAndGet();
      try {
        return answers.take().call();
      } catch (InterruptedException | RuntimeException known) {
        throw known;
      } catch (Exception unknown) {
        throw new IllegalStateException(unknown);
      }
    }
  }

  private synchronized Runnable plan(Duration delay, Runnable action) {
    Planned one = new Planned(delay, action);
    planned.add(one);
    return () -> forget(one);
  }

  private synchronized void forget(Planned one) {
    planned.remove(one);
  }

  private synchronized Planned next() {
    return planned.removeFirst();
  }

  private synchronized boolean hasPlan() {
    return !planned.isEmpty();
  }

  private void answer(String token, Duration life) {
    answers.add(() -> new Grant(new Secret(token), now, now.plus(life)));
  }

  private void fail(ApiFailure failure) {
    answers.add(() -> {
      throw new ApiException(failure);
    });
  }

  private static ApiFailure network() {
    return new ApiFailure.Network(
        new ApiFailure.Details(0, new ServiceError("NO_CONNECTION", "", List.of(), null), ""));
  }

  @Test
  void hundredsWhoAskAtOnceGetOneToken() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    answers.add(() -> {
      go.await();
      return new Grant(new Secret("one"), now, now.plusSeconds(3600));
    });
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Secret>> got = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        got.add(callers.submit(session::token));
      }
      go.countDown();
      for (Future<Secret> each : got) {
        assertThat(each.get(10, TimeUnit.SECONDS).reveal()).isEqualTo("one");
      }
    }
    assertThat(tries).hasValue(1);
  }

  @Test
  void aTokenIsRenewedInTheBackgroundBeforeItsEnd() throws Exception {
    answer("first", Duration.ofHours(1));
    assertThat(session.token().reveal()).isEqualTo("first");
    Eventually.holds(this::hasPlan);
    Planned renewal = next();
    assertThat(renewal.delay()).isEqualTo(Duration.ofMinutes(40));
    now = now.plus(renewal.delay());
    answer("second", Duration.ofHours(1));
    renewal.action().run();
    Eventually.holds(() -> session.expires().equals(java.util.Optional.of(now.plusSeconds(3600))));
    assertThat(session.token().reveal()).isEqualTo("second");
    assertThat(tries).hasValue(2);
  }

  @Test
  void theNetworksFailureLeavesTheTokenInUseAndIsTriedAgain() throws Exception {
    answer("first", Duration.ofHours(1));
    session.token();
    Eventually.holds(this::hasPlan);
    now = now.plus(Duration.ofMinutes(40));
    fail(network());
    next().action().run();
    Eventually.holds(this::hasPlan);
    assertThat(session.token().reveal()).isEqualTo("first");
    assertThat(next().delay()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
    now = now.plus(Duration.ofMinutes(30));
    fail(network());
    assertThat(code(session::token)).isEqualTo("NO_CONNECTION");
    answer("late", Duration.ofHours(1));
    assertThat(session.token().reveal()).isEqualTo("late");
  }

  @Test
  void whatNeedsAPersonIsTriedOnce() throws Exception {
    answer("first", Duration.ofHours(1));
    session.token();
    Eventually.holds(this::hasPlan);
    now = now.plus(Duration.ofMinutes(40));
    fail(Reason.REFRESH_TOKEN_EXPIRED.failure(ACCOUNT, "invalid_grant"));
    next().action().run();
    Eventually.holds(() -> tries.get() == 2);
    assertThat(session.token().reveal()).isEqualTo("first");
    now = now.plus(Duration.ofMinutes(20));
    Eventually.holds(() -> code(session::token).equals("REFRESH_TOKEN_EXPIRED"));
    assertThat(code(session::token)).isEqualTo("REFRESH_TOKEN_EXPIRED");
    assertThat(tries).hasValue(2);
    assertThat(hasPlan()).isFalse();
    answer("anew", Duration.ofHours(1));
    session.signIn();
    assertThat(session.token().reveal()).isEqualTo("anew");
  }

  @Test
  void aRefusedTokenIsReplacedOnce() throws Exception {
    answer("revoked", Duration.ofHours(1));
    Secret revoked = session.token();
    assertThat(session.refused(revoked)).isTrue();
    assertThat(session.refused(revoked)).isTrue();
    answer("second", Duration.ofHours(1));
    Secret second = session.token();
    assertThat(session.refused(revoked)).isTrue();
    assertThat(session.token()).isEqualTo(second);
    assertThat(session.refused(second)).isFalse();
    assertThat(code(session::token)).isEqualTo("TOKEN_REFUSED");
    assertThat(tries).hasValue(2);
  }

  @Test
  void anInterruptEndsTheWaitingOfOneAndTheSignInOfAnother() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(session::token).isInstanceOf(InterruptedException.class);
    answer("for the others", Duration.ofHours(1));
    assertThat(session.token().reveal()).isEqualTo("for the others");

    Thread.currentThread().interrupt();
    assertThatThrownBy(session::signIn).isInstanceOf(InterruptedException.class);
    assertThat(session.token().reveal()).isEqualTo("for the others");
  }

  @Test
  void signingOutWinsOverATokenThatIsUnderWay() {
    CountDownLatch go = new CountDownLatch(1);
    answers.add(() -> {
      go.await();
      return new Grant(new Secret("late"), now, null);
    });
    Thread asking = Thread.startVirtualThread(() -> code(session::token));
    Eventually.holds(() -> tries.get() == 1);
    session.signOut();
    go.countDown();
    Eventually.holds(() -> !asking.isAlive());
    assertThat(code(session::token)).isEqualTo("SIGNED_OUT");
    assertThat(session.expires()).isEmpty();
  }

  @Test
  void closingEndsTheRenewal() throws Exception {
    answer("first", Duration.ofHours(1));
    session.token();
    Eventually.holds(this::hasPlan);
    session.close();
    assertThat(hasPlan()).isFalse();
  }

  @Test
  void whatTheLibraryThrowsIsNotQuoted() {
    FLIGHTS.setLevel(Level.OFF);
    answers.add(() -> {
      throw new IllegalStateException("client_secret=planted");
    });
    ApiFailure failure =
        org.assertj.core.api.Assertions.catchThrowableOfType(ApiException.class, session::token)
            .failure();
    assertThat(failure.toString()).contains("SIGN_IN_FAILED").doesNotContain("planted");
  }
}
