package lakebase.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lakebase.model.ServiceError;
import lakebase.wire.Responses;

/**
 * The answer to a {@link RawRequest}, whatever its status. It may hold secrets; its {@code
 * toString} shows none.
 *
 * @param uri where it came from, after redirections
 * @param status the HTTP status
 * @param headers by lower-case name
 * @param body at most as much as is read
 */
public record RawAnswer(URI uri, int status, Map<String, List<String>> headers, String body) {

  /** The code of an OAuth error, for example {@code invalid_grant}; empty when there is none. */
  public Optional<String> oauthError() {
    return Responses.error(body.getBytes(StandardCharsets.UTF_8)).map(ServiceError::errorCode);
  }

  /** A member of the body that is a JSON object; empty when there is none. */
  public Optional<String> text(String member) {
    return Responses.member(body, member);
  }

  /** What an OAuth error says of itself; empty when nothing. */
  public Optional<String> oauthDescription() {
    return Responses.error(body.getBytes(StandardCharsets.UTF_8)).map(ServiceError::message);
  }

  @Override
  public String toString() {
    return "RawAnswer[" + status + "]";
  }
}
