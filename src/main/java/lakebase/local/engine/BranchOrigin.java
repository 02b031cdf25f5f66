package lakebase.local.engine;

import java.time.Duration;
import java.time.Instant;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.Expiration;
import lakebase.model.Lsn;
import lakebase.model.Project;
import org.jspecify.annotations.Nullable;

/** Where a new branch is taken from (contract §2.2). */
final class BranchOrigin {

  private BranchOrigin() {}

  /** The source that the body names, or the project's default branch as it is now. */
  static BranchSource of(ResourceEditor editor, Project project, Body spec) {
    if (spec.has("source_snapshot")) {
      throw Refusal.of(501, "NOT_IMPLEMENTED", "Snapshots: not in a local workspace.");
    }
    String named = spec.textOrEmpty("source_branch");
    BranchName name = named.isEmpty() ? defaultBranch(project) : Names.branch(named);
    if (!name.project().equals(project.name())) {
      throw Refusals.invalid("Field 'spec.source_branch' must name a branch of the same project.");
    }
    editor.requireLive(name);
    Branch source = editor.branch(name);
    if (editor.isBusy(name)) {
      // It may be gone, or expire, by the time that the new branch is there.
      throw Refusals.conflicting();
    }
    if (!(source.spec().expiration() instanceof Expiration.Never)) {
      throw expiringParent();
    }
    String lsn = spec.text("source_branch_lsn");
    Instant time = spec.time("source_branch_time");
    if (lsn != null && time != null) {
      throw Refusals.invalid("Only one of source_branch_lsn and source_branch_time may be set.");
    }
    if (lsn != null) {
      if (!Lsn.isValid(lsn)) {
        throw Refusals.invalid(
            "Field 'spec.source_branch_lsn' must be a log position such as 0/1A.");
      }
      return new BranchSource(name, lsn, null);
    }
    return new BranchSource(name, null, checked(time, source, project, editor.now()));
  }

  static Refusal expiringParent() {
    return Refusals.badRequest("Branches with an expiration date cannot have child branches");
  }

  private static Instant checked(
      @Nullable Instant time, Branch source, Project project, Instant now) {
    if (time == null) {
      return now;
    }
    Duration kept =
        project.spec().historyRetention() == null
            ? Defaults.RETENTION
            : project.spec().historyRetention();
    Instant made = source.metadata().createTime();
    boolean before = time.isBefore(now.minus(kept)) || (made != null && time.isBefore(made));
    if (before || time.isAfter(now)) {
      throw Refusals.invalid(
          "Field 'spec.source_branch_time' must lie within the source branch's history.");
    }
    return time;
  }

  private static BranchName defaultBranch(Project project) {
    BranchName name = project.spec().defaultBranch();
    return name == null ? project.name().branch(Defaults.BRANCH_ID) : name;
  }
}
