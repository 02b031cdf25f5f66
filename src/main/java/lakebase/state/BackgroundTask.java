package lakebase.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lakebase.model.ApiFailure;
import lakebase.model.OperationName;
import org.jspecify.annotations.Nullable;

/**
 * A row of the background tasks panel: something that a person asked for and that takes its time.
 *
 * @param id rises with every task of this installation
 * @param verb what is done
 * @param target what it is done to
 * @param title what people call the target
 * @param fields the mask paths of an update, else empty
 * @param started when it was asked for
 * @param usual how long its kind took lately; absent when unknown
 * @param operation the service's operation; absent until it was accepted
 * @param progress how far it is
 * @param request what was sent for it; absent for one that an older console began
 */
public record BackgroundTask(
    long id,
    Verb verb,
    Ref.OfResource target,
    String title,
    List<String> fields,
    Instant started,
    @Nullable Duration usual,
    @Nullable OperationName operation,
    Progress progress,
    @Nullable SentRequest request) {

  /** What a task does. */
  public enum Verb {
    CREATE,
    UPDATE,
    DELETE,
    PURGE,
    UNDELETE
  }

  /** How far a task is. */
  public sealed interface Progress {

    /** The request is on its way. */
    record Sending() implements Progress {}

    /** The service is at work. */
    record Running() implements Progress {}

    /** The service is done; the resource is read until its pending state is gone. */
    record Settling() implements Progress {}

    /** The service cannot be asked at the moment; the operation goes on there. */
    record Paused(ApiFailure reason) implements Progress {}

    /**
     * Done at that moment.
     *
     * @param responseJson the service's response, redacted; empty when it is not known
     */
    record Succeeded(Instant ended, String responseJson) implements Progress {}

    /** Refused or failed at that moment. */
    record Failed(Instant ended, ApiFailure failure) implements Progress {}

    /** A person stopped watching; the operation goes on at the service. */
    record Unwatched(Instant ended) implements Progress {}
  }

  public BackgroundTask {
    fields = List.copyOf(fields);
  }

  /** A task of whose request nothing is known. */
  public BackgroundTask(
      long id,
      Verb verb,
      Ref.OfResource target,
      String title,
      List<String> fields,
      Instant started,
      @Nullable Duration usual,
      @Nullable OperationName operation,
      Progress progress) {
    this(id, verb, target, title, fields, started, usual, operation, progress, null);
  }

  /** The same, asked for by that request. */
  public BackgroundTask withRequest(@Nullable SentRequest sent) {
    return new BackgroundTask(
        id, verb, target, title, fields, started, usual, operation, progress, sent);
  }

  /** Whether it has not ended for the console. */
  public boolean isRunning() {
    return switch (progress) {
      case Progress.Sending _, Progress.Running _, Progress.Settling _, Progress.Paused _ -> true;
      case Progress.Succeeded _, Progress.Failed _, Progress.Unwatched _ -> false;
    };
  }

  /** When it ended; absent while it runs. */
  public @Nullable Instant ended() {
    return switch (progress) {
      case Progress.Succeeded(var ended, var _) -> ended;
      case Progress.Failed(var ended, var _) -> ended;
      case Progress.Unwatched(var ended) -> ended;
      default -> null;
    };
  }

  /** The same, that far. */
  public BackgroundTask withProgress(Progress now) {
    return new BackgroundTask(
        id, verb, target, title, fields, started, usual, operation, now, request);
  }

  /** The same, with another usual duration. */
  public BackgroundTask withUsual(@Nullable Duration now) {
    return new BackgroundTask(
        id, verb, target, title, fields, started, now, operation, progress, request);
  }

  /** The same, accepted as that operation. */
  public BackgroundTask withOperation(OperationName accepted) {
    return new BackgroundTask(
        id, verb, target, title, fields, started, usual, accepted, new Progress.Running(), request);
  }
}
