package lakebase.ui.branch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.HistoryStart;
import lakebase.model.ProjectSpec;
import lakebase.ui.form.PointWindow;
import org.jspecify.annotations.Nullable;

/** The part of a branch's history that other branches can be taken from. */
final class History {

  private History() {}

  /**
   * As the service tells it; where it does not, since the branch was made, and no longer than the
   * project keeps history, up to the next minute because it goes on while somebody chooses.
   *
   * @param branch absent when it is not known
   * @param project the project's changeable values; absent when they are not known
   */
  static PointWindow window(@Nullable Branch branch, @Nullable ProjectSpec project, Instant now) {
    HistoryStart start = branch == null ? null : branch.facts().historyStart();
    String lsn = start == null ? null : start.lsn();
    if (start != null && start.time() != null) {
      return new PointWindow(start.time(), lsn);
    }
    Instant oldest =
        now.minus(retention(project)).truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
    Instant made = branch == null ? null : branch.metadata().createTime();
    return new PointWindow(made != null && made.isAfter(oldest) ? made : oldest, lsn);
  }

  private static Duration retention(@Nullable ProjectSpec project) {
    return Optional.ofNullable(project)
        .flatMap(spec -> Optional.ofNullable(spec.historyRetention()))
        .orElse(ProjectSpec.LONGEST_RETENTION);
  }
}
