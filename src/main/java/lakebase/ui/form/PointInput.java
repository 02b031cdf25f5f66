package lakebase.ui.form;

import java.time.Clock;
import java.util.Optional;
import lakebase.model.BranchPoint;
import lakebase.model.Lsn;

/** The point of a parent's history that a branch is taken at, as entered. */
public record PointInput(Choice choice, MomentInput moment, String lsn) {

  /** The ways to name a point. */
  public enum Choice {
    NOW,
    TIME,
    LSN
  }

  /** The parent as it is. */
  public static final PointInput NOW = new PointInput(Choice.NOW, MomentInput.EMPTY, "");

  /** The same, in another way. */
  public PointInput withChoice(Choice value) {
    return new PointInput(value, moment, lsn);
  }

  /** The same, in another way; a moment that is not entered yet is proposed. */
  PointInput choose(Choice value, PointWindow window, Clock clock) {
    PointInput chosen = withChoice(value);
    return value == Choice.TIME && moment.equals(MomentInput.EMPTY)
        ? chosen.withMoment(window.proposal(clock))
        : chosen;
  }

  /** The same with another moment. */
  public PointInput withMoment(MomentInput value) {
    return new PointInput(choice, value, lsn);
  }

  /** The same with another log position. */
  public PointInput withLsn(String value) {
    return new PointInput(choice, moment, value);
  }

  /** The point; empty when what is entered is none. */
  public Optional<BranchPoint> point(Clock clock) {
    return switch (choice) {
      case NOW -> Optional.of(new BranchPoint.Now());
      case TIME -> moment.resolve(clock, -1).map(BranchPoint.AtTime::new);
      case LSN ->
          Lsn.isValid(lsn.strip())
              ? Optional.of(new BranchPoint.AtLsn(new Lsn(lsn.strip())))
              : Optional.empty();
    };
  }
}
