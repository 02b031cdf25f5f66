package lakebase.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lakebase.model.ApiFailure;

/**
 * A failure as a person reads it: what happened, what that means for the resource, what to do, and
 * the details for support. Where it is shown follows from it too. Holds no secret.
 *
 * @param kind which of the kinds that are told apart
 * @param happened what happened, in the words of what was asked for
 * @param reason why, in one sentence
 * @param effect what it means for the resource
 * @param effectText the same in words
 * @param advice what to do
 * @param place where it belongs
 * @param field the field or mask path it belongs to; empty unless the place is a field
 * @param retry whether trying the same again can help
 * @param details the folded part, in order
 */
public record FailureText(
    Kind kind,
    String happened,
    String reason,
    Effect effect,
    String effectText,
    String advice,
    Place place,
    String field,
    boolean retry,
    List<Detail> details) {

  /** The kinds of failure that are told apart. */
  public enum Kind {
    SIGN_IN,
    PERMISSION,
    NOT_FOUND,
    CONFLICT,
    INVALID,
    LIMIT,
    NETWORK,
    SERVER,
    /** A server that answers, but not as this API does. */
    PROTOCOL
  }

  /** What a failure means for the resource. */
  public enum Effect {
    /** Nothing was to be changed. */
    NONE,
    UNCHANGED,
    PARTLY,
    UNKNOWN
  }

  /** Where a failure is shown. */
  public enum Place {
    /** At the field that it names. */
    FIELD,
    /** Above what could not be read, or in the window: it concerns more than one request. */
    BANNER,
    /** In the dialog that asked. */
    DIALOG
  }

  /** A line of the folded part. */
  public record Detail(String label, String value) {}

  private record Judgement(Kind kind, Effect ofChange, Place place, boolean retry) {}

  public FailureText {
    details = List.copyOf(details);
  }

  /** The failure of what was asked, at that moment. */
  public static FailureText of(
      Texts texts, Formats formats, ApiFailure failure, Asked asked, Instant at) {
    Judgement judged = judge(failure);
    Effect effect =
        switch (asked.reach()) {
          case READS -> Effect.NONE;
          case CHANGES -> judged.ofChange;
          case ACCEPTED -> Effect.PARTLY;
        };
    Place place =
        asked.reach() == Asked.Reach.READS && judged.place == Place.DIALOG
            ? Place.BANNER
            : judged.place;
    return new FailureText(
        judged.kind,
        asked.failed(),
        ofCode(texts, "failure.reason", failure)
            .or(() -> ofParent(texts, failure))
            .orElseGet(() -> reason(texts, failure, judged.kind)),
        effect,
        texts.of("failure.effect", effect),
        ofCode(texts, "failure.advice", failure)
            .orElseGet(() -> advice(texts, formats, failure, judged.kind, effect)),
        place,
        failure instanceof ApiFailure.Invalid(var _, String named) && named != null ? named : "",
        judged.retry,
        FailureDetails.of(texts, formats, failure, at));
  }

  /** Words for that one error code, where the texts have any. */
  private static Optional<String> ofCode(Texts texts, String prefix, ApiFailure failure) {
    String key = prefix + ".code." + failure.details().error().errorCode();
    return texts.has(key) ? Optional.of(texts.get(key, said(failure))) : Optional.empty();
  }

  /** What came with its parent goes with it (contract §3.3). */
  private static Optional<String> ofParent(Texts texts, ApiFailure failure) {
    return failure.details().error().details().stream()
            .anyMatch(detail -> detail.contains("MANAGED_BY_PARENT"))
        ? Optional.of(texts.get("failure.reason.parent", said(failure)))
        : Optional.empty();
  }

  /** What was refused can be told only by the service. */
  private static String reason(Texts texts, ApiFailure failure, Kind kind) {
    String said = said(failure);
    return kind == Kind.INVALID && !said.isBlank()
        ? texts.get("failure.reason.INVALID.said", said)
        : texts.get("failure.reason." + kind.name());
  }

  private static String said(ApiFailure failure) {
    return Secrets.remove(failure.details().error().message());
  }

  /** The details as Markdown, to be pasted into a ticket. */
  public String toMarkdown() {
    String lines =
        details.stream()
            .map(detail -> "| " + detail.label + " | " + cell(detail.value) + " |")
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        "**%s**%n%n%s %s %s%n%n| | |%n|---|---|%n%s%n",
        Secrets.remove(happened),
        reason,
        effectText,
        advice,
        lines);
  }

  private static String cell(String value) {
    return "`" + value.replace('`', '\'').replace("|", "\\|").replaceAll("\\s+", " ") + "`";
  }

  /** The one place that knows what each failure means. */
  private static Judgement judge(ApiFailure failure) {
    return switch (failure) {
      case ApiFailure.Unauthorized _ ->
          new Judgement(Kind.SIGN_IN, Effect.UNCHANGED, Place.BANNER, false);
      case ApiFailure.Forbidden _ ->
          new Judgement(Kind.PERMISSION, Effect.UNCHANGED, Place.DIALOG, false);
      case ApiFailure.NotFound _ ->
          new Judgement(Kind.NOT_FOUND, Effect.UNCHANGED, Place.DIALOG, false);
      case ApiFailure.Conflict _ ->
          new Judgement(Kind.CONFLICT, Effect.UNCHANGED, Place.DIALOG, true);
      case ApiFailure.Invalid(var _, String field) ->
          new Judgement(
              Kind.INVALID, Effect.UNCHANGED, field == null ? Place.DIALOG : Place.FIELD, false);
      case ApiFailure.RateLimited _ ->
          new Judgement(Kind.LIMIT, Effect.UNCHANGED, Place.DIALOG, true);
      case ApiFailure.Unavailable _ ->
          new Judgement(Kind.SERVER, Effect.UNKNOWN, Place.DIALOG, true);
      case ApiFailure.Network _ -> new Judgement(Kind.NETWORK, Effect.UNKNOWN, Place.BANNER, true);
      case ApiFailure.Protocol _ ->
          new Judgement(Kind.PROTOCOL, Effect.UNKNOWN, Place.DIALOG, true);
    };
  }

  private static String advice(
      Texts texts, Formats formats, ApiFailure failure, Kind kind, Effect effect) {
    if (effect == Effect.UNKNOWN || effect == Effect.PARTLY) {
      return texts.get("failure.advice." + effect.name());
    }
    if (failure instanceof ApiFailure.RateLimited(var _, var after) && after != null) {
      return texts.get("failure.advice.LIMIT.after", formats.duration(after));
    }
    return texts.get("failure.advice." + kind.name());
  }
}
