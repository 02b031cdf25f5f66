package lakebase.ui.credential;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lakebase.model.Credential;
import lakebase.model.CredentialRequest;
import lakebase.model.EndpointName;
import lakebase.model.Secret;
import lakebase.state.Ref;
import lakebase.task.Job;
import lakebase.task.Outcome;
import lakebase.ui.Asked;
import lakebase.ui.FailureText;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Countdown;

/**
 * A credential from its request to its end. Holds the token only while it is valid and the dialog
 * open. FX thread.
 */
final class CredentialModel {

  /** From when on the little that is left is a warning. */
  static final Duration ENDING = Duration.ofMinutes(5);

  private static final int SHOWN = 8;

  private final UiContext context;
  private final Ref.OfResource ref;
  private final EndpointName endpoint;
  private final ClipboardGuard guard;
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Closed());
  private final StringProperty minutes =
      new SimpleStringProperty(Long.toString(CredentialRequest.LONGEST.toMinutes()));
  private final BooleanProperty revealed = new SimpleBooleanProperty();
  private String group = "";
  private boolean possible = true;
  private Job job = () -> {};

  CredentialModel(
      UiContext context, Ref.OfResource ref, EndpointName endpoint, ClipboardGuard guard) {
    this.context = context;
    this.ref = ref;
    this.endpoint = endpoint;
    this.guard = guard;
  }

  /** How far it is. */
  ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** How long the next one shall be valid, in minutes, as typed. */
  StringProperty minutesProperty() {
    return minutes;
  }

  /** Whether the token is shown as it is. */
  BooleanProperty revealedProperty() {
    return revealed;
  }

  /** How long the next one shall be valid; empty when what is typed is none of 5–60 minutes. */
  Optional<Duration> ttl() {
    String typed = minutes.get().strip();
    if (!typed.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    Duration ttl = Duration.ofMinutes(Long.parseLong(typed));
    boolean fits =
        ttl.compareTo(CredentialRequest.SHORTEST) >= 0
            && ttl.compareTo(CredentialRequest.LONGEST) <= 0;
    return fits ? Optional.of(ttl) : Optional.empty();
  }

  /** Whether one can be asked for now. */
  boolean isPossible() {
    return request().isPresent() && !(phase.get() instanceof Phase.Working);
  }

  /** What the next one is asked for by; empty when it cannot be. */
  Optional<CredentialRequest> request() {
    return possible
        ? ttl().map(life -> new CredentialRequest(endpoint, life, group.isEmpty() ? null : group))
        : Optional.empty();
  }

  /**
   * What the next one is for, and that at once where one was asked for already: the token of one
   * role is refused for another.
   *
   * @param choice the role; another person's gets none
   */
  void choose(RoleChoice choice) {
    boolean same =
        choice.group().equals(group) && possible == (choice.whose() != RoleChoice.Whose.OTHER);
    if (same) {
      return;
    }
    group = choice.group();
    possible = choice.whose() != RoleChoice.Whose.OTHER;
    close();
    generate();
  }

  /** Asks for one, where it {@link #isPossible}; an earlier one is forgotten. */
  void generate() {
    Optional<CredentialRequest> request = request();
    if (request.isEmpty() || !isPossible()) {
      return;
    }
    revealed.set(false);
    phase.set(new Phase.Working());
    CredentialRequest asked = request.get();
    job =
        context
            .runner()
            .run(
                () -> context.workspaces().api(ref.workspace()).generateCredential(asked),
                this::arrived);
  }

  private void arrived(Outcome<Credential> outcome) {
    phase.set(
        switch (outcome) {
          case Outcome.Success<Credential>(var credential) -> new Phase.Valid(credential);
          case Outcome.Failure<Credential>(var failure) ->
              new Phase.Failed(
                  FailureText.of(
                      context.texts(),
                      context.formats(),
                      failure,
                      Asked.credential(context.texts(), endpoint.id().value()),
                      context.clock().instant()));
        });
    tick();
  }

  /** Notices that time has passed. */
  void tick() {
    if (phase.get() instanceof Phase.Valid && left().isZero()) {
      revealed.set(false);
      guard.wipe();
      phase.set(new Phase.Expired());
    }
  }

  /** How long the token is accepted; zero when there is none. */
  Duration left() {
    if (phase.get() instanceof Phase.Valid(Credential credential)) {
      Duration left = Duration.between(context.clock().instant(), credential.expireTime());
      return left.isNegative() ? Duration.ZERO : left;
    }
    return Duration.ZERO;
  }

  /** Whether little is left. */
  boolean isEnding() {
    return left().compareTo(ENDING) <= 0;
  }

  /** What is left, in words. */
  String leftText() {
    return context.texts().get("credential.left", Countdown.text(context.texts(), left()));
  }

  /** The credential; empty when there is none that is accepted. */
  Optional<Credential> credential() {
    return phase.get() instanceof Phase.Valid(Credential credential)
        ? Optional.of(credential)
        : Optional.empty();
  }

  /** The token as it is shown now; empty when there is none. */
  String token() {
    return credential().map(found -> shown(found.token().reveal())).orElse("");
  }

  private String shown(String token) {
    if (revealed.get()) {
      return token;
    }
    // The start of a JWT is its header, the same for all of them; anything else is hidden whole.
    String start =
        token.startsWith("eyJ") ? token.substring(0, Math.min(SHOWN, token.length())) : "";
    return start + "•".repeat(28);
  }

  /** Puts the token on the clipboard, for a minute at most. */
  void copy() {
    credential().ifPresent(found -> guard.copy(found.token(), found.expireTime()));
  }

  /** The same with a text that contains it. */
  void copy(Secret text) {
    credential().ifPresent(found -> guard.copy(text, found.expireTime()));
  }

  /** How long the clipboard still holds it; zero when it does not. */
  Duration onClipboard() {
    return guard.left();
  }

  /** Forgets the token. What is on the clipboard stays for its minute: it was copied to be used. */
  void close() {
    job.cancel();
    revealed.set(false);
    phase.set(new Phase.Closed());
  }
}
