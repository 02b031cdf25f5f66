package lakebase.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lakebase.local.engine.Body;
import lakebase.local.engine.Refusal;
import lakebase.local.engine.Refusals;
import lakebase.local.identity.PersonalTokens;
import lakebase.wire.Json;

/** The workspace's Token API: personal access tokens are made, listed and revoked. */
final class PersonalTokenRoutes {

  private static final String PATH = "/api/2.0/token/";

  private final PersonalTokens tokens;

  PersonalTokenRoutes(PersonalTokens tokens) {
    this.tokens = tokens;
  }

  void register(RoutesConfig routes) {
    routes.post(PATH + "create", this::create);
    routes.get(PATH + "list", this::list);
    routes.post(PATH + "delete", this::delete);
  }

  private void create(Context c) {
    Body body = Requests.body(c);
    Integer seconds = body.integer("lifetime_seconds");
    if (seconds != null && seconds <= 0) {
      throw Refusals.invalid("Field 'lifetime_seconds' must be positive.");
    }
    PersonalTokens.Made made =
        tokens.make(
            Requests.caller(c),
            body.textOrEmpty("comment"),
            Optional.ofNullable(seconds).map(Duration::ofSeconds));
    ObjectNode answer = Json.object().put("token_value", made.value());
    answer.set("token_info", info(made.info()));
    c.header("Cache-Control", "no-store");
    Answers.json(c, answer);
  }

  private void list(Context c) {
    ObjectNode answer = Json.object();
    ArrayNode infos = answer.putArray("token_infos");
    tokens.list(Requests.caller(c)).forEach(info -> infos.add(info(info)));
    Answers.json(c, answer);
  }

  private void delete(Context c) {
    String id = Requests.body(c).textOrEmpty("token_id");
    if (!tokens.revoke(Requests.caller(c), id)) {
      throw Refusal.of(404, "RESOURCE_DOES_NOT_EXIST", "Token with ID " + id + " does not exist.");
    }
    Answers.json(c, Json.object());
  }

  private static ObjectNode info(PersonalTokens.Info info) {
    return Json.object()
        .put("token_id", info.id())
        .put("creation_time", info.created().toEpochMilli())
        .put("expiry_time", info.expires().map(Instant::toEpochMilli).orElse(-1L))
        .put("comment", info.comment());
  }
}
