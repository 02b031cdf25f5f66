package lakebase.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import lakebase.model.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requests of sign-in: as the product, without following secrets, journaled without bodies. */
class RawHttpTest {

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final Connections connections = new Connections(Pacing.standard(), Map.of());
  private HttpServer server;
  private URI base;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
    connections.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      seen.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + exchange.getRequestHeaders().getFirst("User-Agent")
              + " "
              + exchange.getRequestHeaders().getFirst("Authorization"));
      if (exchange.getRequestURI().getPath().equals("/moved")) {
        exchange.getResponseHeaders().set("Location", "/here");
        exchange.sendResponseHeaders(302, -1);
        return;
      }
      if (exchange.getRequestURI().getPath().equals("/nowhere")) {
        exchange.getResponseHeaders().set("Location", "https://[planted");
        exchange.sendResponseHeaders(302, -1);
        return;
      }
      byte[] body =
          "{\"access_token\":\"planted-answer\",\"error\":\"x\"}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private RawHttp http() {
    return connections.raw("w1", null);
  }

  private List<JournalEntry> journal() {
    return connections.to("w1", base, null, () -> new Secret("t")).journal().entries();
  }

  @Test
  void itSpeaksAsTheProductWhateverALibrarySays() throws Exception {
    http()
        .send(
            new RawRequest(
                "GET",
                base.resolve("/x"),
                Map.of("User-Agent", "databricks-sdk-java/1", "Content-Length", "5"),
                null,
                true));
    assertThat(seen).containsExactly("GET /x " + Product.userAgent() + " null");
  }

  @Test
  void aRedirectionIsFollowedWithoutCredentials() throws Exception {
    RawRequest request =
        new RawRequest(
            "GET", base.resolve("/moved"), Map.of("Authorization", "Basic planted"), null, true);
    assertThat(http().send(request).uri()).isEqualTo(base.resolve("/here"));
    assertThat(seen)
        .containsExactly(
            "GET /moved " + Product.userAgent() + " Basic planted",
            "GET /here " + Product.userAgent() + " null");
    seen.clear();
    RawAnswer kept =
        http().send(new RawRequest("GET", base.resolve("/moved"), Map.of(), null, false));
    assertThat(kept.status()).isEqualTo(302);
    assertThat(seen).hasSize(1);
  }

  @Test
  void aRedirectionToNoAddressIsAFailureOfTheNetwork() {
    ApiException refused =
        catchThrowableOfType(
            ApiException.class, () -> http().send(RawRequest.get(base.resolve("/nowhere"))));
    assertThat(refused.failure().details().error().errorCode()).isEqualTo("BAD_ADDRESS");
  }

  @Test
  void theJournalKeepsNoBodyThatMayHoldASecret() throws Exception {
    RawRequest form =
        RawRequest.form(
            base.resolve("/token?code=planted-code"), "client_secret=planted-form&code=1");
    assertThat(http().send(form).text("access_token")).contains("planted-answer");
    assertThat(http().send(form).oauthError()).contains("x");
    JournalEntry entry = journal().getFirst();
    assertThat(entry.path()).isEqualTo(base + "/token");
    assertThat(entry.requestBody()).isEqualTo(Redactor.MARK);
    assertThat(entry.responseBody()).isEqualTo(Redactor.MARK);
    assertThat(journal().toString() + form + http().send(form)).doesNotContain("planted");
  }

  @Test
  void noSecretIsSentInTheOpen() {
    ApiException refused =
        catchThrowableOfType(
            ApiException.class,
            () ->
                http()
                    .send(RawRequest.form(URI.create("http://login.example/token"), "planted=1")));
    assertThat(refused.failure().details().error().errorCode()).isEqualTo("BAD_ADDRESS");
    assertThat(refused.getMessage()).doesNotContain("planted");
  }
}
