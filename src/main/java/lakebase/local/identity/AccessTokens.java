package lakebase.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import lakebase.local.engine.Caller;
import lakebase.local.engine.Expiry;
import lakebase.local.store.Ledger;
import lakebase.local.store.Shelf;
import lakebase.local.store.Writing;
import lakebase.model.IdentityType;
import lakebase.wire.Json;

/**
 * OAuth access and refresh tokens: random texts of which only the hash is kept, with who they speak
 * for and until when. They survive a restart; a refresh token works once.
 */
public final class AccessTokens {

  /** How long an access token is good for, where nothing else is said. */
  public static final Duration ACCESS_LIFE = Duration.ofHours(1);

  private static final Duration REFRESH_LIFE = Duration.ofDays(30);
  private static final String ACCESS = "access";
  private static final String REFRESH = "refresh";

  private final Ledger ledger;
  private final InstantSource clock;
  private final Duration life;

  /** Keeps the tokens in that ledger; an access token is good for {@code life}. */
  public AccessTokens(Ledger ledger, InstantSource clock, Duration life) {
    this.ledger = ledger;
    this.clock = clock;
    this.life = life;
  }

  /**
   * What a token request is answered with.
   *
   * @param access the access token
   * @param refresh the refresh token; empty when none was asked for
   * @param life how long the access token is good for
   */
  public record Issued(String access, Optional<String> refresh, Duration life) {}

  /** Issues tokens that speak for the caller. */
  public Issued issue(Caller caller, boolean refreshable) {
    return ledger.change(writing -> issue(writing, caller, refreshable));
  }

  /** Whom an access token speaks for; empty when it is unknown, expired or revoked. */
  public Optional<Caller> authenticate(String token) {
    return ledger.read(reading -> read(reading.get(Shelf.TOKENS, Hashes.sha256Hex(token)), ACCESS));
  }

  /** Trades a refresh token for new tokens; empty when it is unknown, used, expired or revoked. */
  public Optional<Issued> refresh(String token) {
    return ledger.change(writing -> {
      String hash = Hashes.sha256Hex(token);
      Optional<Caller> caller = read(writing.get(Shelf.TOKENS, hash), REFRESH);
      writing.remove(Shelf.TOKENS, hash);
      return caller.map(known -> issue(writing, known, true));
    });
  }

  /** Makes a token of either kind worthless. */
  public void revoke(String token) {
    ledger.change(writing -> {
      writing.remove(Shelf.TOKENS, Hashes.sha256Hex(token));
      return true;
    });
  }

  private Issued issue(Writing writing, Caller caller, boolean refreshable) {
    String access = put(writing, caller, ACCESS, life);
    return new Issued(
        access,
        refreshable ? Optional.of(put(writing, caller, REFRESH, REFRESH_LIFE)) : Optional.empty(),
        life);
  }

  private String put(Writing writing, Caller caller, String kind, Duration life) {
    String token = Hashes.random();
    String hash = Hashes.sha256Hex(token);
    Instant expires = clock.instant().plus(life);
    String record =
        Json.text(
            Json.object()
                .put("kind", kind)
                .put("name", caller.name())
                .put("type", caller.type().value())
                .put("expires", expires.toString()));
    writing.put(Shelf.TOKENS, hash, record);
    Expiry.forget(writing, hash, expires);
    return token;
  }

  private Optional<Caller> read(@org.jspecify.annotations.Nullable String record, String kind) {
    if (record == null) {
      return Optional.empty();
    }
    JsonNode json = Json.parse(record);
    boolean good =
        json.path("kind").asText().equals(kind)
            && Instant.parse(json.path("expires").asText()).isAfter(clock.instant());
    return good
        ? Optional.of(
            new Caller(json.path("name").asText(), new IdentityType(json.path("type").asText())))
        : Optional.empty();
  }
}
