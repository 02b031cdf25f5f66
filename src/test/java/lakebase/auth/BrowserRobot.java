package lakebase.auth;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lakebase.local.LocalWorkspace;
import lakebase.model.Secret;

/** A person in a browser, at the local workspace's page: reads it, decides, and is sent back. */
public final class BrowserRobot implements Browser {

  private static final Pattern NONCE = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

  private final Secret token;
  private final String decision;
  private final HttpClient http = HttpClient.newHttpClient();
  final List<URI> opened = Collections.synchronizedList(new ArrayList<>());
  final CompletableFuture<String> lastPage = new CompletableFuture<>();

  private BrowserRobot(Secret token, String decision) {
    this.token = token;
    this.decision = decision;
  }

  /** Approves as that workspace's person. */
  public static BrowserRobot approving(LocalWorkspace workspace) {
    return new BrowserRobot(workspace.token(), "approve");
  }

  /** Says no. */
  public static BrowserRobot denying() {
    return new BrowserRobot(new Secret(""), "deny");
  }

  /** Opens the page and goes away. */
  public static BrowserRobot idle() {
    return new BrowserRobot(new Secret(""), "");
  }

  @Override
  public void open(URI page) {
    opened.add(page);
    if (!decision.isEmpty()) {
      Thread.startVirtualThread(() -> decide(page));
    }
  }

  private void decide(URI page) {
    try {
      String html = send(HttpRequest.newBuilder(page).build()).body();
      Matcher nonce = NONCE.matcher(html);
      if (!nonce.find()) {
        throw new IllegalStateException("not the page that was expected: " + html);
      }
      HttpResponse<String> decided =
          send(
              HttpRequest.newBuilder(page.resolve("/oidc/v1/authorize"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "request="
                              + nonce.group(1)
                              + "&decision="
                              + decision
                              + "&token="
                              + token.reveal()))
                  .build());
      URI back = URI.create(decided.headers().firstValue("Location").orElseThrow());
      lastPage.complete(send(HttpRequest.newBuilder(back).build()).body());
    } catch (Exception failed) {
      lastPage.completeExceptionally(failed);
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString());
  }

  @Override
  public String farewell(boolean signedIn) {
    return signedIn ? "welcome <b>" : "refused";
  }
}
