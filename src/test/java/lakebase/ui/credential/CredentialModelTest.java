package lakebase.ui.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lakebase.api.ApiException;
import lakebase.model.ApiFailure;
import lakebase.model.Credential;
import lakebase.model.Secret;
import lakebase.state.Ref;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import lakebase.ui.FailureText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialModelTest {

  private final FakeTime time = new FakeTime();
  private final FakeBoard board = new FakeBoard();
  private final FakeUi fake = new FakeUi(Samples.state());
  private final Keys keys = new Keys(this::valid);
  private final CredentialModel model =
      new CredentialModel(
          Keys.on(fake, time),
          Ref.of(Samples.LOCAL, Samples.PRIMARY),
          Samples.PRIMARY,
          new ClipboardGuard(board, time, time));

  CredentialModelTest() {
    fake.api = keys.api();
  }

  private Credential valid() {
    return new Credential(new Secret(Keys.TOKEN), time.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void asksForAnHourUnlessSaidOtherwise() {
    model.generate();
    model.minutesProperty().set(" 5 ");
    model.generate();
    assertThat(keys.requests)
        .extracting(request -> request.ttl())
        .containsExactly(Duration.ofHours(1), Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4", "61", "-5", "5.5", "ten", "999999999999999999999"})
  void doesNotAskForATimeThatIsNone(String typed) {
    model.minutesProperty().set(typed);
    model.generate();
    assertThat(model.ttl()).isEmpty();
    assertThat(keys.requests).isEmpty();
  }

  @Test
  void masksTheTokenUntilItIsRevealed() {
    model.generate();
    assertThat(model.token()).startsWith("eyJhbGci•").doesNotContain("c2lnbmF0dXJl");
    model.revealedProperty().set(true);
    assertThat(model.token()).isEqualTo(Keys.TOKEN);
  }

  @Test
  void hidesATokenOfAnotherShapeWhole() {
    keys.answer = () -> new Credential(new Secret("plainpassword"), valid().expireTime());
    model.generate();
    assertThat(model.token()).containsOnlyOnce("•".repeat(28)).doesNotContain("p");
  }

  @Test
  void countsDownAndWarnsAtTheEnd() {
    model.generate();
    time.pass(Duration.ofSeconds(19));
    assertThat(model.leftText()).isEqualTo("59:41 left");
    assertThat(model.isEnding()).isFalse();
    time.pass(Duration.ofMinutes(55));
    assertThat(model.isEnding()).isTrue();
  }

  @Test
  void forgetsAnExpiredTokenAndGivesANewOne() {
    model.generate();
    model.revealedProperty().set(true);
    time.pass(Duration.ofHours(1));
    model.tick();
    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Expired.class);
    assertThat(model.token()).isEmpty();
    assertThat(model.revealedProperty().get()).isFalse();
    model.generate();
    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Valid.class);
    assertThat(model.token()).startsWith("eyJ");
  }

  @Test
  void takesACopyOffTheClipboardWhenItExpires() {
    model.generate();
    time.pass(Duration.ofMinutes(59).plusSeconds(30));
    model.copy();
    assertThat(board.text()).isEqualTo(Keys.TOKEN);
    time.pass(Duration.ofSeconds(30));
    model.tick();
    assertThat(board.text()).isEmpty();
  }

  @Test
  void forgetsTheTokenWhenClosed() {
    model.generate();
    model.close();
    assertThat(model.token()).isEmpty();
    assertThat(model.phaseProperty().get().toString()).doesNotContain("eyJ");
  }

  @Test
  void saysWhyThereIsNone() {
    keys.answer =
        () -> {
          throw new ApiException(new ApiFailure.Forbidden(Samples.failure(403, "DENIED", "no")));
        };
    model.generate();
    assertThat(model.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Failed.class,
            failed -> {
              assertThat(failed.failure().kind()).isEqualTo(FailureText.Kind.PERMISSION);
              assertThat(failed.failure().happened()).contains("primary");
            });
  }

  @Test
  void noPhaseTellsTheToken() {
    model.generate();
    assertThat(model.phaseProperty().get().toString()).doesNotContain("eyJ");
  }
}
