package lakebase.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lakebase.local.engine.Caller;
import lakebase.local.engine.Expiry;
import lakebase.local.store.Ledger;
import lakebase.local.store.Shelf;
import lakebase.model.IdentityType;
import lakebase.wire.Json;

/**
 * Personal access tokens beside the one that the workspace begins with: made, listed and revoked by
 * whom they speak for. Only their hashes are kept.
 */
public final class PersonalTokens {

  private static final String KIND = "personal";
  private static final int ID_LENGTH = 32;

  private final Ledger ledger;
  private final InstantSource clock;

  /** Keeps the tokens in that ledger. */
  public PersonalTokens(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What is known of a token.
   *
   * @param id names it; not secret
   * @param expires empty when it does not
   */
  public record Info(String id, String comment, Instant created, Optional<Instant> expires) {}

  /**
   * A token that was just made; the only time that it is told.
   *
   * @param value the token
   */
  public record Made(String value, Info info) {}

  /** Makes a token that speaks for the caller, for that long or, when empty, for ever. */
  public Made make(Caller caller, String comment, Optional<Duration> life) {
    String value = "dapi" + Hashes.random();
    String hash = Hashes.sha256Hex(value);
    Instant now = clock.instant();
    Info info = new Info(id(hash), comment, now, life.map(now::plus));
    ObjectNode record =
        Json.object()
            .put("kind", KIND)
            .put("name", caller.name())
            .put("type", caller.type().value())
            .put("comment", comment)
            .put("created", now.toString())
            .put("expires", info.expires().map(Instant::toString).orElse(""));
    return ledger.change(writing -> {
      writing.put(Shelf.TOKENS, hash, Json.text(record));
      info.expires().ifPresent(end -> Expiry.forget(writing, hash, end));
      return new Made(value, info);
    });
  }

  /** The caller's tokens. */
  public List<Info> list(Caller caller) {
    return ledger.read(reading -> {
      List<Info> found = new ArrayList<>();
      reading.scan(
          Shelf.TOKENS,
          "",
          "",
          entry -> {
            JsonNode json = Json.parse(entry.getValue());
            if (isOf(json, caller)) {
              found.add(info(entry.getKey(), json));
            }
            return true;
          });
      return found;
    });
  }

  /** Makes the caller's token of that id worthless; false when there is none. */
  public boolean revoke(Caller caller, String id) {
    return ledger.change(writing -> {
      List<String> hashes = new ArrayList<>();
      writing.scan(
          Shelf.TOKENS,
          id,
          "",
          entry -> {
            if (id.length() == ID_LENGTH && isOf(Json.parse(entry.getValue()), caller)) {
              hashes.add(entry.getKey());
            }
            return true;
          });
      hashes.forEach(hash -> writing.remove(Shelf.TOKENS, hash));
      return !hashes.isEmpty();
    });
  }

  /** Whom a token speaks for; empty when it is unknown, expired or revoked. */
  public Optional<Caller> authenticate(String token) {
    String hash = Hashes.sha256Hex(token);
    return ledger
        .read(reading -> Optional.ofNullable(reading.get(Shelf.TOKENS, hash)))
        .map(Json::parse)
        .filter(json -> json.path("kind").asText().equals(KIND))
        .filter(json ->
            info(hash, json).expires().map(end -> end.isAfter(clock.instant())).orElse(true))
        .map(json ->
            new Caller(json.path("name").asText(), new IdentityType(json.path("type").asText())));
  }

  private static boolean isOf(JsonNode json, Caller caller) {
    return json.path("kind").asText().equals(KIND)
        && json.path("name").asText().equals(caller.name());
  }

  private static Info info(String hash, JsonNode json) {
    String expires = json.path("expires").asText();
    return new Info(
        id(hash),
        json.path("comment").asText(),
        Instant.parse(json.path("created").asText()),
        expires.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(expires)));
  }

  private static String id(String hash) {
    return hash.substring(0, ID_LENGTH);
  }
}
