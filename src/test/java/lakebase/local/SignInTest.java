package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lakebase.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OAuth in the browser and database credentials (contract §6, §9.4). */
class SignInTest {

  private static final String REDIRECT = "http://localhost:8020";
  private static final String VERIFIER = "v".repeat(64);

  @TempDir Path directory;
  private final ManualClock clock = new ManualClock();
  private LocalWorkspace workspace;
  private Http http;

  @BeforeEach
  void start() {
    workspace = Workspaces.start(Workspaces.instant(directory).withClock(clock));
    http = new Http(workspace);
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  @Test
  void thePersonApprovesAndTheProgramGetsTokensThatAreRenewed() {
    HttpResponse<String> page = ask(REDIRECT);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    HttpResponse<String> approved = decide(page, "approve", workspace.token().reveal());
    assertThat(approved.statusCode()).isEqualTo(302);
    String location = approved.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(REDIRECT + "?code=").endsWith("&state=s+1");
    String code = location.replaceAll(".*code=([^&]+).*", "$1");

    var tokens = token("grant_type=authorization_code&client_id=databricks-cli&code=" + code);
    String access = tokens.body().path("access_token").asText();
    assertThat(status(access)).isEqualTo(200);
    var again = token("grant_type=authorization_code&client_id=databricks-cli&code=" + code);
    assertThat(again.body().path("error").asText()).isEqualTo("invalid_grant");

    String refresh = tokens.body().path("refresh_token").asText();
    clock.advance(Duration.ofHours(2));
    assertThat(status(access)).isEqualTo(401);
    var renewed = token("grant_type=refresh_token&refresh_token=" + refresh);
    String fresh = renewed.body().path("access_token").asText();
    assertThat(status(fresh)).isEqualTo(200);
    assertThat(token("grant_type=refresh_token&refresh_token=" + refresh).status()).isEqualTo(400);
    form("/oidc/v1/revoke", "token=" + fresh, "");
    assertThat(status(fresh)).isEqualTo(401);
  }

  @Test
  void nobodyApprovesWithoutTheTokenOrTwice() {
    HttpResponse<String> page = ask(REDIRECT);
    HttpResponse<String> refused = decide(page, "approve", "guess");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("not this workspace&#39;s token");
    assertThat(decide(page, "approve", workspace.token().reveal()).statusCode()).isEqualTo(400);
    assertThat(decide(refused, "deny", "").headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).contains("error=access_denied"));
    HttpResponse<String> foreign =
        form(
            "/oidc/v1/authorize",
            "decision=approve&request=" + nonce(ask(REDIRECT)),
            "http://evil.example");
    assertThat(foreign.statusCode()).isEqualTo(400);
  }

  @Test
  void codesGoToThisMachineOnly() {
    for (String uri :
        new String[] {
          "https://evil.example/",
          "http://localhost.evil.example",
          "http://evil@localhost@evil/",
          "http://user@localhost:1/",
          "javascript:alert(1)",
          "http://localhost:8020/#x",
          ""
        }) {
      assertThat(ask(uri).statusCode()).as(uri).isEqualTo(400);
    }
  }

  @Test
  void aWrongVerifierOrProgramGetsNothing() {
    for (String wrong :
        new String[] {"client_id=databricks-cli&code_verifier=w", "client_id=other"}) {
      String location =
          decide(ask(REDIRECT), "approve", workspace.token().reveal())
              .headers()
              .firstValue("Location")
              .orElseThrow();
      String code = location.replaceAll(".*code=([^&]+).*", "$1");
      assertThat(token(wrong + "&grant_type=authorization_code&code=" + code).status())
          .isEqualTo(400);
    }
  }

  @Test
  void aCredentialVerifiesWithThePublishedKey() throws Exception {
    http.post("projects?project_id=shop", "{}");
    String endpoint = "projects/shop/branches/production/endpoints/primary";
    String body = "{\"endpoint\":\"" + endpoint + "\",\"ttl\":\"900s\"}";
    JWSObject token = JWSObject.parse(http.post("credentials", body).body().path("token").asText());
    String uri = http.get("/oidc/.well-known/oauth-authorization-server").text("/jwks_uri");
    assertThat(uri).startsWith(workspace.baseUri().toString());
    JWKSet keys =
        JWKSet.parse(
            http.get(uri.substring(workspace.baseUri().toString().length())).body().toString());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    var claims = token.getPayload().toJSONObject();
    assertThat(claims)
        .containsEntry("sub", workspace.userName())
        .containsEntry("iss", workspace.baseUri() + "/oidc")
        .containsEntry("endpoint", endpoint)
        .containsEntry("iat", clock.instant().getEpochSecond())
        .containsEntry("exp", clock.instant().getEpochSecond() + 900);
  }

  private HttpResponse<String> ask(String redirectUri) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.UTF_8));
      return Http.exchange(
          http.request(
                  "/oidc/v1/authorize?response_type=code&client_id=databricks-cli&state=s%201"
                      + "&scope=all-apis+offline_access&code_challenge_method=S256"
                      + "&code_challenge="
                      + Base64.getUrlEncoder().withoutPadding().encodeToString(hash)
                      + "&redirect_uri="
                      + URLEncoder.encode(redirectUri, StandardCharsets.UTF_8))
              .build());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> decide(HttpResponse<String> page, String decision, String token) {
    return form(
        "/oidc/v1/authorize",
        "request=" + nonce(page) + "&decision=" + decision + "&token=" + token,
        workspace.baseUri().toString());
  }

  private static String nonce(HttpResponse<String> page) {
    Matcher found = Pattern.compile("name=\"request\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Http.Answer token(String form) {
    String verifier = form.contains("code_verifier") ? "" : "&code_verifier=" + VERIFIER;
    HttpResponse<String> response =
        form("/oidc/v1/token", form + verifier + "&redirect_uri=" + REDIRECT, "");
    return new Http.Answer(response.statusCode(), Json.parse(response.body()));
  }

  private HttpResponse<String> form(String path, String form, String origin) {
    HttpRequest.Builder request =
        http.request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return Http.exchange(
        origin.isEmpty() ? request.build() : request.header("Origin", origin).build());
  }

  private int status(String accessToken) {
    return Http.exchange(
            http.request("projects").header("Authorization", "Bearer " + accessToken).build())
        .statusCode();
  }
}
