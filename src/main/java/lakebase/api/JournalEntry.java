package lakebase.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a request, without secrets.
 *
 * @param sequence counts the attempts of a journal, from 1
 * @param time when it was sent
 * @param method the HTTP method
 * @param path path and escaped query
 * @param status the HTTP status; 0 when no response came
 * @param millis how long it took
 * @param traceId the service's id of the exchange; absent when it gave none
 * @param requestBody what was sent; absent where nothing was
 * @param responseBody what came, shortened where it is long; absent when no response came
 * @param failure what went wrong; absent when nothing did
 */
public record JournalEntry(
    long sequence,
    Instant time,
    String method,
    String path,
    int status,
    long millis,
    @Nullable String traceId,
    @Nullable String requestBody,
    @Nullable String responseBody,
    @Nullable String failure) {}
