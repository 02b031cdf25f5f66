package lakebase.local.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lakebase.local.identity.Approvals;
import lakebase.local.identity.AuthorizationRequest;
import lakebase.local.identity.Identity;

/** Sign-in in the browser: the person is asked, the program gets a code (contract §9.4). */
final class ApprovalRoutes {

  private static final String PATH = "/oidc/v1/authorize";
  private static final String COOKIE = "lakebase_browser";

  private final Identity identity;
  private final Approvals approvals;

  ApprovalRoutes(Identity identity, Approvals approvals) {
    this.identity = identity;
    this.approvals = approvals;
  }

  void register(RoutesConfig routes) {
    routes.get(PATH, this::ask);
    routes.post(PATH, this::decide);
  }

  private void ask(Context c) {
    String redirectUri = Requests.query(c, "redirect_uri");
    String clientId = Requests.query(c, "client_id");
    if (!AuthorizationRequest.isLoopback(redirectUri) || clientId.isEmpty()) {
      // Nothing is sent to an address that cannot be trusted.
      page(c, 400, ApprovalPage.message("This sign-in request is not valid."));
      return;
    }
    boolean complete =
        Requests.query(c, "response_type").equals("code")
            && Requests.query(c, "code_challenge_method").equals("S256")
            && Requests.query(c, "code_challenge").length() == 43;
    String state = Requests.query(c, "state");
    if (!complete) {
      redirect(c, redirectUri, "error", "invalid_request", state);
      return;
    }
    boolean offline = List.of(Requests.query(c, "scope").split(" ", -1)).contains("offline_access");
    AuthorizationRequest request =
        new AuthorizationRequest(
            clientId, redirectUri, state, Requests.query(c, "code_challenge"), offline);
    show(c, 200, request, "");
  }

  private void decide(Context c) {
    Map<String, String> form = Requests.form(c);
    Optional<AuthorizationRequest> request = approvals.take(form.getOrDefault("request", ""));
    if (request.isEmpty() || !isSameOrigin(c)) {
      page(c, 400, ApprovalPage.message("This sign-in request is no longer valid."));
      return;
    }
    String state = request.get().state();
    String redirectUri = request.get().redirectUri();
    if (!form.getOrDefault("decision", "").equals("approve")) {
      redirect(c, redirectUri, "error", "access_denied", state);
    } else if (isOwner(c, form.getOrDefault("token", "").strip())) {
      String code = approvals.approve(request.get(), identity.user());
      redirect(c, redirectUri, "code", code, state);
    } else {
      show(c, 403, request.get(), "That is not this workspace's token.");
    }
  }

  /** Whether the browser belongs to the workspace's owner; remembered for the browser's session. */
  private boolean isOwner(Context c, String token) {
    if (knows(c)) {
      return true;
    }
    if (!identity.isToken(token)) {
      return false;
    }
    c.header(
        "Set-Cookie",
        COOKIE + "=" + approvals.rememberBrowser() + "; Path=/oidc; HttpOnly; SameSite=Strict");
    return true;
  }

  private boolean knows(Context c) {
    return approvals.knowsBrowser(Optional.ofNullable(c.cookie(COOKIE)).orElse(""));
  }

  private void show(Context c, int status, AuthorizationRequest request, String problem) {
    String nonce = approvals.ask(request);
    boolean known = knows(c);
    page(
        c,
        status,
        ApprovalPage.form(identity.user().name(), request.clientId(), nonce, known, problem));
  }

  /** A form of another site may be sent here, but a browser says where it comes from. */
  private static boolean isSameOrigin(Context c) {
    String origin = c.header("Origin");
    return origin == null || origin.equals("http://" + c.header("Host"));
  }

  private static void page(Context c, int status, String html) {
    c.status(status)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'")
        .html(html);
  }

  private static void redirect(
      Context c, String redirectUri, String name, String value, String state) {
    String target =
        redirectUri
            + (redirectUri.contains("?") ? "&" : "?")
            + name
            + "="
            + encode(value)
            + (state.isEmpty() ? "" : "&state=" + encode(state));
    c.header("Cache-Control", "no-store");
    c.redirect(target, HttpStatus.FOUND);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
