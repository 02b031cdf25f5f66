package lakebase.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import lakebase.model.ApiFailure;
import lakebase.model.ApiFailure.Details;
import lakebase.model.ResourceKind;
import lakebase.model.ServiceError;
import lakebase.state.BackgroundTask.Verb;
import lakebase.ui.FailureText.Effect;
import lakebase.ui.FailureText.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FailureTextTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:14:03Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.ofHours(1));
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

  private static Details details(String message) {
    return new Details(
        409,
        new ServiceError("ALREADY_EXISTS", message, List.of("{\"reason\":\"x\"}"), "4bf92f35"),
        "POST projects/shop/branches");
  }

  static Stream<ApiFailure> everyKind() {
    Details details = details("no");
    return Stream.of(
        new ApiFailure.Unauthorized(details),
        new ApiFailure.Forbidden(details),
        new ApiFailure.NotFound(details),
        new ApiFailure.Conflict(details),
        new ApiFailure.Invalid(details, null),
        new ApiFailure.RateLimited(details, null),
        new ApiFailure.Unavailable(details),
        new ApiFailure.Network(details),
        new ApiFailure.Protocol(details));
  }

  private static FailureText text(Texts texts, ApiFailure failure, Asked asked) {
    return FailureText.of(texts, new Formats(texts, CLOCK), failure, asked, NOW);
  }

  private static FailureText create(ApiFailure failure) {
    return text(
        ENGLISH, failure, Asked.change(ENGLISH, Verb.CREATE, ResourceKind.BRANCH, "pr-1841"));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void saysAllFourPartsInBothLanguages(ApiFailure failure) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Texts texts = new Texts(locale);
      for (Verb verb : Verb.values()) {
        FailureText text =
            text(texts, failure, Asked.change(texts, verb, ResourceKind.ENDPOINT, "primary"));
        assertThat(text.happened()).contains("primary").contains("Compute");
        assertThat(text.reason()).isNotBlank();
        assertThat(text.effectText()).isNotBlank();
        assertThat(text.advice()).isNotBlank();
        assertThat(text.details()).isNotEmpty();
      }
    }
  }

  @Test
  void tellsTheKindsApart() {
    Set<String> reasons = new HashSet<>();
    everyKind().forEach(failure -> reasons.add(create(failure).reason()));
    assertThat(reasons).hasSize(9);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void aFailedReadingChangesNothing(ApiFailure failure) {
    FailureText text = text(ENGLISH, failure, Asked.read(ENGLISH, "Shop"));
    assertThat(text.effect()).isEqualTo(Effect.NONE);
    assertThat(text.place()).isEqualTo(Place.BANNER);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void anAcceptedChangeMayBePartlyMade(ApiFailure failure) {
    Asked asked = Asked.operation(ENGLISH, Verb.UPDATE, ResourceKind.PROJECT, "Shop");
    assertThat(text(ENGLISH, failure, asked).effect()).isEqualTo(Effect.PARTLY);
  }

  @Test
  void aChangeThatWasRefusedLeavesTheResourceUnchanged() {
    assertThat(create(new ApiFailure.Conflict(details("no"))).effect()).isEqualTo(Effect.UNCHANGED);
  }

  @Test
  void aChangeWithoutAnAnswerIsUnknown() {
    FailureText text = create(new ApiFailure.Network(details("no")));
    assertThat(text.effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(text.retry()).isTrue();
  }

  @Test
  void aNamedFieldIsThePlace() {
    FailureText text = create(new ApiFailure.Invalid(details("no"), "branch_id"));
    assertThat(text.place()).isEqualTo(Place.FIELD);
    assertThat(text.field()).isEqualTo("branch_id");
    assertThat(create(new ApiFailure.Invalid(details("no"), null)).place()).isEqualTo(Place.DIALOG);
  }

  @Test
  void saysHowLongTheServiceWantsToWait() {
    assertThat(create(new ApiFailure.RateLimited(details("no"), Duration.ofSeconds(30))).advice())
        .contains("30 s");
  }

  @Test
  void aReachedLimitIsToldInTheServicesWords() {
    ServiceError error =
        new ServiceError("QUOTA_EXCEEDED", "The maximum (1) has been reached.", List.of(), null);
    FailureText text = create(new ApiFailure.RateLimited(new Details(400, error, "POST x"), null));
    assertThat(text.reason()).contains("The maximum (1) has been reached.");
    assertThat(text.advice()).doesNotContain("Wait");
  }

  @Test
  void aRefusedValueIsToldInTheServicesWordsWithoutItsSecrets() {
    assertThat(
            create(new ApiFailure.Invalid(details("no such point, password=hunter2"), null))
                .reason())
        .contains("no such point")
        .doesNotContain("hunter2");
  }

  @Test
  void markdownHoldsTheDetailsAndNoSecret() {
    String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
    String markdown =
        create(
                new ApiFailure.Conflict(
                    details("busy | Bearer abcdef123456 password=hunter2 token " + token)))
            .toMarkdown();
    assertThat(markdown)
        .contains("pr-1841")
        .contains("`409`")
        .contains("ALREADY_EXISTS")
        .contains("4bf92f35")
        .contains("POST projects/shop/branches")
        .contains("2026-11-22T09:14:03Z")
        .contains("busy \\|")
        .doesNotContain("hunter2")
        .doesNotContain("abcdef123456")
        .doesNotContain("eyJ");
  }

  @Test
  void timeIsLocalAndUtc() {
    assertThat(create(new ApiFailure.Conflict(details("no"))).details())
        .extracting(FailureText.Detail::value)
        .anyMatch(value -> value.contains("10:14:03"))
        .contains("2026-11-22T09:14:03Z");
  }
}
