package lakebase.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lakebase.model.ApiFailure;
import lakebase.model.BranchState;
import lakebase.model.Change;
import lakebase.model.CredentialRequest;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client against a server that does everything wrong. */
@Timeout(60)
class HostileServerTest {

  private static final ProjectName SHOP = ProjectName.of("shop");
  private static final String GOOD = "{\"name\":\"projects/shop\"}";
  private static final String OPERATION = "{\"name\":\"projects/shop/operations/1\"}";
  private static final Change CREATE = new Change.Create(ProjectDraft.of("shop", "Shop"));

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private HostileServer server(HostileServer.Move... moves) throws IOException {
    HostileServer server = new HostileServer(moves);
    open.add(server);
    return server;
  }

  private ClientFixture client(HostileServer server) {
    return client(server, Duration.ofSeconds(20));
  }

  private ClientFixture client(HostileServer server, Duration limit) {
    ClientFixture client = new ClientFixture(server.uri(), limit);
    open.add(client);
    return client;
  }

  @Test
  void retryAfterInSecondsIsObeyed() throws Exception {
    HostileServer server =
        server(HostileServer.json(429, "{}", "Retry-After: 7"), HostileServer.json(200, OPERATION));
    ClientFixture client = client(server);
    assertThat(client.api.submit(CREATE).name()).hasToString("projects/shop/operations/1");
    assertThat(client.sleeps).containsExactly(Duration.ofSeconds(7));
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void retryAfterAsADateIsObeyed() throws Exception {
    HostileServer server =
        server(
            HostileServer.json(503, "{}", "Retry-After: Thu, 29 Jan 2026 18:00:09 GMT"),
            HostileServer.json(200, OPERATION));
    ClientFixture client = client(server);
    assertThat(client.api.submit(CREATE).isDone()).isFalse();
    assertThat(client.sleeps).containsExactly(Duration.ofSeconds(9));
  }

  @Test
  void withoutRetryAfterTheWaitsGrow() throws Exception {
    HostileServer server =
        server(
            HostileServer.json(429, "{\"error_code\":\"RESOURCE_EXHAUSTED\",\"message\":\"m\"}"));
    ClientFixture client = client(server);
    assertThat(ClientFixture.failure(() -> client.api.getProject(SHOP)))
        .isInstanceOf(ApiFailure.RateLimited.class);
    assertThat(server.requests()).hasSize(4);
    assertThat(client.sleeps).hasSize(3);
    for (int i = 0; i < 3; i++) {
      long base = 1000L << i;
      assertThat(client.sleeps.get(i).toMillis()).isBetween(base + 50, base + 750);
    }
  }

  @Test
  void tooLongARetryAfterIsARefusal() throws Exception {
    HostileServer server = server(HostileServer.json(429, "{}", "Retry-After: 3600"));
    ClientFixture client = client(server);
    assertThat(ClientFixture.failure(() -> client.api.getProject(SHOP)))
        .isInstanceOfSatisfying(
            ApiFailure.RateLimited.class,
            limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofHours(1)));
    assertThat(client.sleeps).isEmpty();
  }

  @Test
  void aGatewaysUnavailableIsRepeatedForReadsOnly() throws Exception {
    HostileServer server = server(HostileServer.html(503, "upstream reset"));
    ClientFixture client = client(server);
    assertThat(ClientFixture.failure(() -> client.api.submit(CREATE)))
        .isInstanceOf(ApiFailure.Unavailable.class);
    assertThat(server.requests()).hasSize(1);
    assertThat(ClientFixture.failure(() -> client.api.getProject(SHOP)))
        .isInstanceOf(ApiFailure.Unavailable.class);
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void aServerErrorIsNotRepeated() throws Exception {
    HostileServer server =
        server(
            HostileServer.json(
                500, "{\"error_code\":\"INTERNAL_ERROR\",\"message\":\"no [TraceId: 0123abcd]\"}"));
    ClientFixture client = client(server);
    ApiFailure failure = ClientFixture.failure(() -> client.api.getProject(SHOP));
    assertThat(failure).isInstanceOf(ApiFailure.Unavailable.class);
    assertThat(failure.details().error().traceId()).isEqualTo("0123abcd");
    assertThat(failure.details().error().message()).isEqualTo("no");
    assertThat(failure.details().status()).isEqualTo(500);
    assertThat(failure.details().request()).isEqualTo("GET projects/shop");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aLostAnswerIsAskedForAgainWhenReading() throws Exception {
    HostileServer server = server(HostileServer.reset(), HostileServer.json(200, GOOD));
    ClientFixture client = client(server);
    assertThat(client.api.getProject(SHOP).name()).isEqualTo(SHOP);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aChangeWhoseAnswerWasLostIsNotRepeated() throws Exception {
    HostileServer server = server(HostileServer.reset());
    ClientFixture client = client(server);
    for (Change change : List.of(CREATE, Change.Delete.soft(SHOP), new Change.Undelete(SHOP))) {
      int before = server.requests().size();
      assertThat(ClientFixture.failure(() -> client.api.submit(change)))
          .isInstanceOf(ApiFailure.Network.class);
      assertThat(server.requests()).hasSize(before + 1);
    }
    assertThat(client.sleeps).isEmpty();
  }

  @Test
  void aChangeThatReachedNobodyIsRepeated() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ClientFixture client = new ClientFixture(URI.create("http://127.0.0.1:" + port));
    open.add(client);
    ApiFailure failure = ClientFixture.failure(() -> client.api.submit(CREATE));
    assertThat(failure).isInstanceOf(ApiFailure.Network.class);
    assertThat(failure.details().status()).isZero();
    assertThat(client.sleeps).hasSize(3);
    assertThat(client.journal.entries()).hasSize(4);
  }

  @Test
  void aHangingServerIsGivenUpAfterTheLimit() throws Exception {
    HostileServer server = server();
    server.play(server.hang(""));
    ClientFixture client = client(server, Duration.ofMillis(200));
    ApiFailure failure = ClientFixture.failure(() -> client.api.getProject(SHOP));
    assertThat(failure).isInstanceOf(ApiFailure.Network.class);
    assertThat(failure.details().error().errorCode()).isEqualTo("TIMEOUT");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aTricklingBodyIsGivenUpAndTheConnectionEnds() throws Exception {
    CountDownLatch givenUp = new CountDownLatch(1);
    HostileServer server = server(HostileServer.trickle(givenUp));
    ClientFixture client = client(server, Duration.ofMillis(300));
    ApiFailure failure = ClientFixture.failure(() -> client.api.getProject(SHOP));
    assertThat(failure.details().error().errorCode()).isEqualTo("TIMEOUT");
    assertThat(givenUp.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void anInterruptEndsTheRequest() throws Exception {
    HostileServer server = server();
    CountDownLatch asked = new CountDownLatch(1);
    HostileServer.Move hang = server.hang("");
    server.play(client -> {
      asked.countDown();
      hang.play(client);
    });
    ClientFixture client = client(server);
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                client.api.getProject(SHOP);
              } catch (InterruptedException | RuntimeException ended) {
                end.set(ended);
              }
            });
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();
    assertThat(caller.join(Duration.ofSeconds(30))).isTrue();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    assertThat(client.journal.entries().getFirst().failure()).contains("INTERRUPTED");
  }

  @Test
  void aCutBodyIsAProtocolFailure() throws Exception {
    HostileServer server =
        server(HostileServer.raw(HostileServer.head(200, "application/json", 500) + "{\"na"));
    ClientFixture client = client(server);
    assertThat(ClientFixture.failure(() -> client.api.getProject(SHOP)))
        .isInstanceOf(ApiFailure.Protocol.class);
    assertThat(server.requests()).hasSize(4);
    assertThat(ClientFixture.failure(() -> client.api.submit(CREATE)))
        .isInstanceOf(ApiFailure.Protocol.class);
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void malformedJsonIsAProtocolFailure() throws Exception {
    for (String body : List.of("", "{", "[]", "null", "<html></html>", "{\"name\":7}", "{}x")) {
      ClientFixture client = client(server(HostileServer.json(200, body)));
      assertThat(ClientFixture.failure(() -> client.api.getProject(SHOP)))
          .isInstanceOf(ApiFailure.Protocol.class);
    }
  }

  @Test
  void anHtmlErrorPageIsSortedByItsStatus() throws Exception {
    String page = "<html><head><title>Bad gateway</title></head></html>";
    ApiFailure gateway = get(HostileServer.html(502, page));
    assertThat(gateway).isInstanceOf(ApiFailure.Unavailable.class);
    assertThat(gateway.details().error().message()).contains("Bad gateway");
    assertThat(get(HostileServer.html(401, page))).isInstanceOf(ApiFailure.Unauthorized.class);
    // Not the service's word that the resource is gone.
    assertThat(get(HostileServer.html(404, page))).isInstanceOf(ApiFailure.Protocol.class);
  }

  @Test
  void tenMegabytesOfErrorAreNotRead() throws Exception {
    ApiFailure failure = get(HostileServer.html(500, "<pre>" + "x".repeat(10 << 20)));
    assertThat(failure).isInstanceOf(ApiFailure.Unavailable.class);
    assertThat(failure.details().error().message()).hasSizeLessThan(5_000);
  }

  @Test
  void tooLargeASuccessIsNotRead() throws Exception {
    String body = "{\"name\":\"" + "x".repeat(CappedBody.SUCCESS_LIMIT) + "\"}";
    ApiFailure failure = get(HostileServer.json(200, body));
    assertThat(failure).isInstanceOf(ApiFailure.Protocol.class);
    assertThat(failure.details().error().errorCode()).isEqualTo("TOO_LARGE");
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    HostileServer elsewhere = server(HostileServer.json(200, GOOD));
    ApiFailure failure =
        get(HostileServer.json(302, "", "Location: " + elsewhere.uri() + "/login"));
    assertThat(failure).isInstanceOf(ApiFailure.Protocol.class);
    assertThat(elsewhere.requests()).isEmpty();
  }

  @Test
  void whatIsUnknownSurvives() throws Exception {
    ClientFixture client =
        client(
            server(
                HostileServer.json(
                    200,
                    "{\"name\":\"projects/p/branches/b\",\"new\":[1],"
                        + "\"status\":{\"current_state\":\"MOLTING\"}}")));
    var branch = client.api.getBranch(ProjectName.of("p").branch("b"));
    assertThat(branch.facts().state()).isEqualTo(new BranchState("MOLTING"));
    assertThat(branch.unknown().jsonByPath()).containsEntry("new", "[1]");
  }

  @Test
  void pagesThatNeverEndAreLeft() throws Exception {
    HostileServer server =
        server(HostileServer.json(200, "{\"projects\":[],\"next_page_token\":\"again\"}"));
    ClientFixture client = client(server);
    ApiFailure failure = ClientFixture.failure(() -> client.api.listProjects(false).all());
    assertThat(failure).isInstanceOf(ApiFailure.Protocol.class);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void theTokenAppearsNowhere() throws Exception {
    String echo =
        "{\"error_code\":\"BAD_REQUEST\",\"message\":\"you sent "
            + ClientFixture.TOKEN
            + "\",\"details\":[{\"authorization\":\"Bearer "
            + ClientFixture.TOKEN
            + "\"}]}";
    String jwt = "eyJraWQiOiJhIn0.eyJzdWIiOiJqYW5lIn0.c2lnbmF0dXJl";
    ClientFixture client =
        client(
            server(
                HostileServer.json(400, echo, "x-request-id: " + ClientFixture.TOKEN),
                HostileServer.html(500, "<pre>" + ClientFixture.TOKEN + "</pre>"),
                HostileServer.raw("HTTP/1.1 " + ClientFixture.TOKEN + "\r\n\r\n"),
                HostileServer.json(
                    200, "{\"token\":\"" + jwt + "\",\"expire_time\":\"2026-01-29T19:00:00Z\"}")));
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> client.api.submit(CREATE))
          .isInstanceOfSatisfying(
              ApiException.class,
              failed -> seen.append(failed).append(failed.failure()).append(failed.getCause()));
    }
    var credential =
        client.api.generateCredential(new CredentialRequest(SHOP.branch("b").endpoint("e"), null));
    assertThat(credential.token().reveal()).isEqualTo(jwt);
    seen.append(credential).append(client.journal.entries());
    assertThat(seen.toString()).doesNotContain(ClientFixture.TOKEN, "eyJ").contains("redacted");
  }

  private ApiFailure get(HostileServer.Move move) throws IOException {
    ClientFixture client = client(server(move));
    return ClientFixture.failure(() -> client.api.getProject(SHOP));
  }
}
