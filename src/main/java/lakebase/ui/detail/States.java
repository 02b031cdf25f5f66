package lakebase.ui.detail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.BranchState;
import lakebase.model.Endpoint;
import lakebase.model.EndpointState;
import lakebase.model.EndpointType;
import lakebase.model.Expiration;
import lakebase.ui.Formats;
import lakebase.ui.StateWords;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** States and properties of branches and computes: a word, a shape and a colour each. */
public final class States {

  /** From when on an expiration is a warning. */
  private static final Duration SOON = Duration.ofDays(3).plusHours(12);

  private final Texts texts;
  private final StateWords words;
  private final Formats formats;
  private final Clock clock;

  /** The words of that context. */
  public States(UiContext context) {
    this.texts = context.texts();
    this.words = new StateWords(texts);
    this.formats = context.formats();
    this.clock = context.clock();
  }

  /** The state of a compute. */
  public Badge of(Endpoint endpoint) {
    EndpointState state = endpoint.facts().state();
    if (endpoint.spec().disabled()) {
      return Badge.of(words.of(endpoint), Tone.NEUTRAL, MaterialDesignP.POWER);
    }
    String word = words.of(endpoint);
    return switch (state.value()) {
      case "ACTIVE" -> Badge.of(word, Tone.SUCCESS, MaterialDesignC.CIRCLE);
      case "IDLE" -> Badge.of(word, Tone.NEUTRAL, MaterialDesignW.WEATHER_NIGHT);
      case "INIT" -> Badge.of(word, Tone.ACCENT, MaterialDesignP.PROGRESS_CLOCK);
      case "DEGRADED" -> Badge.of(word, Tone.WARNING, MaterialDesignA.ALERT_OUTLINE);
      default -> Badge.of(word, Tone.NEUTRAL, MaterialDesignH.HELP_CIRCLE_OUTLINE);
    };
  }

  /** What a compute is moving to; empty when it is settled. */
  public Optional<Badge> pending(Endpoint endpoint) {
    return words.pending(endpoint).map(States::moving);
  }

  /** Whether a compute takes writes. */
  public Badge type(Endpoint endpoint) {
    EndpointType type = endpoint.facts().type();
    return Badge.of(texts.of("endpoint.type", type), Tone.NEUTRAL);
  }

  /** The state of a branch. */
  public Badge of(Branch branch) {
    if (branch.metadata().isDeleted()) {
      return Badge.of(words.of(branch), Tone.DANGER, MaterialDesignD.DELETE_OUTLINE);
    }
    BranchState state = branch.facts().state();
    String word = words.of(branch);
    return switch (state.value()) {
      case "READY" -> Badge.of(word, Tone.SUCCESS, MaterialDesignC.CHECK_CIRCLE_OUTLINE);
      case "INIT", "IMPORTING", "RESETTING" ->
          Badge.of(word, Tone.ACCENT, MaterialDesignP.PROGRESS_CLOCK);
      case "ARCHIVED" -> Badge.of(word, Tone.NEUTRAL, MaterialDesignA.ARCHIVE_OUTLINE);
      case "DELETED" -> Badge.of(word, Tone.DANGER, MaterialDesignD.DELETE_OUTLINE);
      default -> Badge.of(word, Tone.NEUTRAL, MaterialDesignH.HELP_CIRCLE_OUTLINE);
    };
  }

  /** What a branch is moving to; empty when it is settled. */
  public Optional<Badge> pending(Branch branch) {
    return Optional.ofNullable(branch.facts().pendingState())
        .map(to ->
            moving(
                to.equals(branch.facts().state())
                    ? texts.get("state.changing")
                    : texts.get("state.pending", words.of(to))));
  }

  /** Default, protected, expires: what a branch is beside its state. */
  public List<Badge> properties(Branch branch) {
    List<Badge> badges = new ArrayList<>();
    if (branch.facts().isDefault()) {
      badges.add(
          Badge.of(texts.get("badge.default"), Tone.NEUTRAL, MaterialDesignH.HOME_OUTLINE)
              .withTooltip(texts.get("badge.default.more")));
    }
    if (branch.spec().isProtected()) {
      badges.add(
          Badge.of(texts.get("badge.protected"), Tone.ACCENT, MaterialDesignS.SHIELD_CHECK_OUTLINE)
              .withTooltip(texts.get("badge.protected.more")));
    }
    expiry(branch).ifPresent(at -> badges.add(expires(at)));
    return badges;
  }

  /** When a branch is deleted by itself; empty when it is not. */
  public static Optional<Instant> expiry(Branch branch) {
    return switch (branch.spec().expiration()) {
      case Expiration.Never _ -> Optional.empty();
      case Expiration.At(var time) -> Optional.of(time);
      case Expiration.After(var ttl) ->
          Optional.ofNullable(branch.metadata().createTime()).map(made -> made.plus(ttl));
    };
  }

  /** The word for an expiration at that moment, under a heading that says that it is one. */
  public Badge expiresShort(Instant at) {
    Badge whole = expires(at);
    return new Badge(formats.relative(at), whole.tone(), null, whole.tooltip());
  }

  /** The word for an expiration at that moment. */
  public Badge expires(Instant at) {
    Duration left = Duration.between(clock.instant(), at);
    if (left.isNegative()) {
      return Badge.of(texts.get("badge.expired"), Tone.WARNING, MaterialDesignT.TIMER_SAND);
    }
    return Badge.of(
            texts.get("badge.expires", formats.relative(at)),
            left.compareTo(SOON) < 0 ? Tone.WARNING : Tone.NEUTRAL,
            MaterialDesignT.TIMER_SAND)
        .withTooltip(formats.dateTime(at));
  }

  private static Badge moving(String word) {
    return Badge.of(word, Tone.ACCENT, MaterialDesignP.PROGRESS_CLOCK);
  }
}
