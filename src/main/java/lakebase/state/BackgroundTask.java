package lakebase.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lakebase.model.ApiFailure;
import lakebase.model.OperationName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import org.jspecify.annotations.Nullable;

/**
 * A row of the background tasks panel: something that a person asked for and that takes its time.
 *
 * @param id rises with every task of this installation
 * @param verb what is done
 * @param target what it is done to; for what is made without an id the branch that it will live in
 * @param kind what kind of thing is made, changed or deleted
 * @param title what people call the target
 * @param fields the mask paths of an update, else empty
 * @param started when it was asked for; of one that had to wait, when it was sent
 * @param usual how long its kind took lately; absent when unknown
 * @param operation the service's operation; absent until it was accepted
 * @param progress how far it is
 * @param request what was sent for it; absent for one that an older console began
 */
public record BackgroundTask(
    long id,
    Verb verb,
    Ref.OfResource target,
    ResourceKind kind,
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
    UNDELETE,
    /** Says who may use or manage a project: at once, without an operation. */
    SHARE
  }

  /** How far a task is. */
  public sealed interface Progress {

    /**
     * Not sent yet: the service takes one change of a branch's roles, databases and computes at a
     * time (contract §10.12).
     *
     * @param behind the task that goes before it
     */
    record Waiting(long behind) implements Progress {}

    /** Refused before anything was done, because the service is busy; it is sent again soon. */
    record Held(ApiFailure reason) implements Progress {}

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

    /**
     * It never came to be carried out, and nothing was changed.
     *
     * @param byHand whether a person took it back; else the console was closed before its turn
     */
    record Unsent(Instant ended, boolean byHand) implements Progress {}
  }

  public BackgroundTask {
    fields = List.copyOf(fields);
  }

  /** A task of whose request nothing is known; its target, or else its operation's, is its kind. */
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
    this(
        id,
        verb,
        target,
        kind(target, operation),
        title,
        fields,
        started,
        usual,
        operation,
        progress,
        null);
  }

  private static ResourceKind kind(Ref.OfResource target, @Nullable OperationName operation) {
    return Optional.ofNullable(operation)
        .flatMap(OperationName::target)
        .map(ResourceName::kind)
        .orElse(target.name().kind());
  }

  /** The same, asked for by that request. */
  public BackgroundTask withRequest(@Nullable SentRequest sent) {
    return new BackgroundTask(
        id, verb, target, kind, title, fields, started, usual, operation, progress, sent);
  }

  /** Whether it waits to be sent, and can still be taken back. */
  public boolean isUnsent() {
    return progress instanceof Progress.Waiting || progress instanceof Progress.Held;
  }

  /** Whether it changes exactly this resource itself, and not who may use it. */
  public boolean occupies(Ref ref) {
    return target.equals(ref) && kind == target.name().kind() && verb != Verb.SHARE;
  }

  /** Whether it has not ended for the console. */
  public boolean isRunning() {
    return switch (progress) {
      case Progress.Waiting _, Progress.Held _ -> true;
      case Progress.Sending _, Progress.Running _, Progress.Settling _, Progress.Paused _ -> true;
      case Progress.Succeeded _, Progress.Failed _, Progress.Unwatched _, Progress.Unsent _ ->
          false;
    };
  }

  /** When it ended; absent while it runs. */
  public @Nullable Instant ended() {
    return switch (progress) {
      case Progress.Succeeded(var ended, var _) -> ended;
      case Progress.Failed(var ended, var _) -> ended;
      case Progress.Unwatched(var ended) -> ended;
      case Progress.Unsent(var ended, var _) -> ended;
      default -> null;
    };
  }

  /** The same, that far. */
  public BackgroundTask withProgress(Progress now) {
    return new BackgroundTask(
        id, verb, target, kind, title, fields, started, usual, operation, now, request);
  }

  /** The same, started then. */
  public BackgroundTask withStarted(Instant now) {
    return new BackgroundTask(
        id, verb, target, kind, title, fields, now, usual, operation, progress, request);
  }

  /** The same, with another usual duration. */
  public BackgroundTask withUsual(@Nullable Duration now) {
    return new BackgroundTask(
        id, verb, target, kind, title, fields, started, now, operation, progress, request);
  }

  /** The same, accepted as that operation. */
  public BackgroundTask withOperation(OperationName accepted) {
    return new BackgroundTask(
        id,
        verb,
        target,
        kind,
        title,
        fields,
        started,
        usual,
        accepted,
        new Progress.Running(),
        request);
  }
}
