package lakebase.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import lakebase.wire.Json;

/** Plain HTTP against a local workspace. */
final class Http {

  private static final String API = "/api/2.0/postgres/";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final LocalWorkspace workspace;

  Http(LocalWorkspace workspace) {
    this.workspace = workspace;
  }

  /** A status and a JSON body. */
  record Answer(int status, JsonNode body) {

    String code() {
      return body.path("error_code").asText();
    }

    String message() {
      return body.path("message").asText();
    }

    String text(String pointer) {
      return body.at(pointer).asText();
    }

    List<String> names(String collection) {
      return body.path(collection).valueStream().map(x -> x.path("name").asText()).toList();
    }
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  /** Sends with the token to a path under the Postgres API, or from the root with a slash. */
  Answer send(String method, String path, String body) {
    HttpResponse<String> response =
        exchange(
            request(path)
                .header("Authorization", "Bearer " + workspace.token().reveal())
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    return new Answer(
        response.statusCode(),
        response.body().isEmpty() ? Json.object() : Json.parse(response.body()));
  }

  HttpRequest.Builder request(String path) {
    String full = path.startsWith("/") ? path : API + path;
    return HttpRequest.newBuilder(URI.create(workspace.baseUri() + full));
  }

  static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
