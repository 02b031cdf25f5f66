package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import lakebase.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that nobody should send: each is refused cleanly, none does anything. */
class MalformedRequestsTest {

  private static final int REQUESTS = 1_000;
  private static final String API = "/api/2.0/postgres/";
  private static final List<String> BAD_JSON =
      List.of(
          "{",
          "[]",
          "\"text\"",
          "12",
          "null",
          "{\"spec\":[]}",
          "{\"spec\":7}",
          "{\"spec\":\"x\"}",
          "{} {}",
          "{\"a\":1,\"a\":2}",
          "nul",
          "{'a':1}",
          "{\"spec\":{\"display_name\":5}}",
          "{\"spec\":{\"custom_tags\":{}}}",
          "{\"spec\":{\"custom_tags\":[1]}}",
          "{\"spec\":{\"pg_version\":1e99}}",
          "{\"spec\":{\"pg_version\":17.5}}",
          "{\"spec\":{\"history_retention_duration\":\"-1s\"}}",
          "{\"spec\":{\"history_retention_duration\":\"forever\"}}",
          "{\"spec\":{\"default_endpoint_settings\":{\"autoscaling_limit_min_cu\":1e400}}}",
          "{\"spec\":{\"default_endpoint_settings\":{\"autoscaling_limit_min_cu\":\"2\"}}}",
          "{\"spec\":{\"default_endpoint_settings\":{\"no_suspension\":false}}}",
          "{\"spec\":{\"default_endpoint_settings\":{\"pg_settings\":{\"a\":{}}}}}",
          "{\"initial_endpoint_spec\":{\"group\":{\"min\":2}}}",
          "{\"initial_role_spec\":{\"identity_type\":\"USER\"}}",
          "{\"spec\":{\"display_name\":\"" + "x".repeat(257) + "\"}}",
          "[".repeat(100_000),
          "{\"a\":" + "9".repeat(5_000) + "}x",
          "x".repeat(1_100_000));

  @TempDir Path directory;
  private LocalWorkspace workspace;
  private Http http;

  @BeforeEach
  void start() {
    workspace = Workspaces.start(Workspaces.instant(directory));
    http = new Http(workspace);
    http.post("projects?project_id=shop", "{}");
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  @Test
  void everyOneIsRefusedWithAnEnvelopeAndChangesNothing() {
    long seed = System.nanoTime();
    System.out.println("MalformedRequestsTest seed " + seed);
    Random random = new Random(seed);
    String before = state();
    for (int i = 0; i < REQUESTS; i++) {
      byte[] request = request(random);
      RawHttp.Answer answer = RawHttp.send(workspace.baseUri(), request);
      String shown = "seed %d, request %d: %s".formatted(seed, i, abbreviated(request));
      assertThat(answer.status()).as(shown).isBetween(400, 499);
      JsonNode body = Json.parse(answer.body());
      assertThat(body.path("error_code").asText()).as(shown).isNotEmpty();
      assertThat(body.path("message").asText()).as(shown).isNotEmpty();
      assertThat(answer.body()).as(shown).doesNotContain("Exception", "\tat ");
    }
    assertThat(state()).isEqualTo(before);
  }

  private byte[] request(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> send("POST", API + "projects?project_id=new", pick(random, BAD_JSON));
      case 1 ->
          send(
              "PATCH",
              API + "projects/shop?update_mask=spec.default_endpoint_settings.suspension",
              pick(random, BAD_JSON));
      case 2 -> send("GET", API + "projects?page_size=" + pick(random, BAD_NUMBERS), "");
      case 3 -> send(pick(random, METHODS), API + pick(random, BAD_PATHS) + noise(random), "");
      case 4 -> send("GET", "/" + noise(random) + pick(random, BAD_ESCAPES), "");
      case 5 ->
          send("PATCH", API + "projects/shop?update_mask=spec." + noise(random), "{\"spec\":{}}");
      case 6 -> send("POST", API + "projects?project_id=" + pick(random, BAD_IDS), "{\"spec\":{}}");
      case 7 -> send("POST", API + "credentials", pick(random, BAD_CREDENTIALS));
      default -> garbage(random);
    };
  }

  private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "DELETE", "PUT");
  private static final List<String> BAD_NUMBERS =
      List.of("-1", "x", "1.5", "99999999999999999999", "%00", "1%201", "-0x1", "NaN");
  private static final List<String> BAD_ESCAPES =
      List.of("%", "%zz", "%2", "%2F", "%00", "%c3%28", "/../../x", ";a=b", "%2e%2e/");
  private static final List<String> BAD_PATHS =
      List.of(
          "projects/none-",
          "projects/shop/none-",
          "projects/shop/branches/none-",
          "operations/",
          "projects/shop/branches/production/endpoints/none-",
          "projects/%20",
          "projects//",
          "none-",
          "projects/shop/operations/none-");
  private static final List<String> BAD_IDS =
      List.of("", "A", "1a", "a_b", "a-", "-a", "%20", "a%2Fb", "a".repeat(64), "%C3%A4", "shop");
  private static final List<String> BAD_CREDENTIALS =
      List.of(
          "",
          "{}",
          "{\"endpoint\":1}",
          "{\"endpoint\":\"projects/shop\"}",
          "[1]",
          "{\"endpoint\":\"projects/shop/branches/production/endpoints/primary\",\"ttl\":\"1s\"}",
          "{\"endpoint\":\"projects/shop/branches/production/endpoints/primary\","
              + "\"expire_time\":\"tomorrow\"}",
          "{\"endpoint\":\"projects/shop/branches/production/endpoints/primary\",\"claims\":[{}]}");

  private byte[] send(String method, String target, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n"
            .formatted(method, target, workspace.token().reveal());
    return concat(head + "Content-Length: " + content.length + "\r\n\r\n", content);
  }

  /** Bytes that are hardly a request, with an end that says: this was all. */
  private static byte[] garbage(Random random) {
    byte[] noise = new byte[random.nextInt(1, 60)];
    random.nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      // A line break at the very start would only be skipped.
      noise[i] = noise[i] == '\r' || noise[i] == '\n' ? (byte) '?' : noise[i];
    }
    return concat(
        "G", concat(new String(noise, StandardCharsets.ISO_8859_1) + "\r\n\r\n", new byte[0]));
  }

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder("x");
    random.ints(random.nextInt(12), 0, 36).forEach(i -> text.append(Integer.toString(i, 36)));
    return text.toString();
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static byte[] concat(String head, byte[] tail) {
    byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = java.util.Arrays.copyOf(first, first.length + tail.length);
    System.arraycopy(tail, 0, all, first.length, tail.length);
    return all;
  }

  private String state() {
    String branch = "projects/shop/branches/production/";
    return http.get("projects?show_deleted=true").body().toString()
        + http.get("projects/shop/branches?show_deleted=true").body()
        + http.get(branch + "endpoints").body()
        + http.get(branch + "roles").body()
        + http.get(branch + "databases").body();
  }

  private static String abbreviated(byte[] request) {
    String text =
        new String(request, StandardCharsets.ISO_8859_1).replaceAll("Bearer \\S+", "Bearer …");
    return text.substring(0, Math.min(400, text.length()));
  }
}
