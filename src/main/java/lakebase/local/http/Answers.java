package lakebase.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import lakebase.local.engine.Refusal;
import lakebase.wire.Json;

/** Writes answers. */
final class Answers {

  static final String JSON = "application/json";

  private Answers() {}

  static void json(Context request, JsonNode body) {
    json(request, Json.text(body));
  }

  static void json(Context request, String body) {
    request.contentType(JSON).result(body);
  }

  static void refuse(Context request, Refusal refusal) {
    request.status(refusal.status());
    json(request, refusal.envelope());
  }
}
