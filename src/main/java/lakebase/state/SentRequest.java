package lakebase.state;

import org.jspecify.annotations.Nullable;

/**
 * The request that a task was asked for by, so that it can be shown again as long as the task is.
 * Without headers, and so without secrets.
 *
 * @param method the HTTP method
 * @param pathAndQuery path and escaped query
 * @param body JSON text; absent where none was sent
 */
public record SentRequest(String method, String pathAndQuery, @Nullable String body) {}
