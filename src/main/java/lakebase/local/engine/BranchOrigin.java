package lakebase.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.Expiration;
import lakebase.model.Lsn;
import lakebase.model.Project;
import lakebase.model.ProjectName;

/** Where a new branch is taken from (contract §2.2): checked first alone, then with the rest. */
final class BranchOrigin {

  private final Core core;
  private final ProjectName project;
  private final Body spec;
  private final Optional<Window> window;

  /** Asks the data plane what the source's history holds; so not on the ledger's thread. */
  BranchOrigin(Core core, ProjectName project, Body spec) {
    this.core = core;
    this.project = project;
    this.spec = spec;
    this.window = core.dataPlane().isReal() && isPast() ? askWindow() : Optional.empty();
  }

  /** The source that the body names, or the project's default branch as it is now. */
  BranchSource in(ResourceEditor editor, Project found) {
    if (spec.has("source_snapshot")) {
      throw Refusal.of(501, "NOT_IMPLEMENTED", "Snapshots: not in a local workspace.");
    }
    BranchName name = source(found);
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
      checkLsn(lsn);
    }
    if (time != null) {
      checkTime(time, source, found, editor.now());
    }
    boolean isNamed = lsn != null || time != null || core.dataPlane().isReal();
    return new BranchSource(name, lsn, isNamed ? time : editor.now());
  }

  static Refusal expiringParent() {
    return Refusals.badRequest("Branches with an expiration date cannot have child branches");
  }

  private boolean isPast() {
    return spec.text("source_branch_lsn") != null || spec.time("source_branch_time") != null;
  }

  private BranchName source(Project found) {
    String named = spec.textOrEmpty("source_branch");
    BranchName name = named.isEmpty() ? defaultBranch(found) : Names.branch(named);
    if (!name.project().equals(project)) {
      throw Refusals.invalid("Field 'spec.source_branch' must name a branch of the same project.");
    }
    return name;
  }

  private Optional<Window> askWindow() {
    String uid =
        core.read(resources -> {
          resources.requireLive(project);
          BranchName name = source(resources.project(project));
          resources.requireLive(name);
          return Objects.requireNonNull(resources.branch(name).metadata().uid());
        });
    try {
      return core.dataPlane().window(uid);
    } catch (DataPlaneException e) {
      throw Refusals.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusals.internal();
    }
  }

  private void checkLsn(String lsn) {
    if (!Lsn.isValid(lsn)) {
      throw Refusals.invalid("Field 'spec.source_branch_lsn' must be a log position such as 0/1A.");
    }
    if (core.dataPlane().isReal()) {
      Window known = window.orElseThrow(() -> outside("source_branch_lsn"));
      if (Lsn.compare(lsn, known.from().lsn()) < 0 || Lsn.compare(lsn, known.to().lsn()) > 0) {
        throw Refusals.invalid(
            "Field 'spec.source_branch_lsn' must lie within the source branch's history, which goes"
                + " from %s to %s.".formatted(known.from().lsn(), known.to().lsn()));
      }
    }
  }

  private void checkTime(Instant time, Branch source, Project found, Instant now) {
    if (core.dataPlane().isReal()) {
      Window known = window.orElseThrow(() -> outside("source_branch_time"));
      if (time.isBefore(known.from().time()) || time.isAfter(known.to().time())) {
        throw Refusals.invalid(
            "Field 'spec.source_branch_time' must lie within the source branch's history, which"
                + " goes from %s to %s.".formatted(known.from().time(), known.to().time()));
      }
      return;
    }
    Duration kept =
        found.spec().historyRetention() == null
            ? Defaults.RETENTION
            : found.spec().historyRetention();
    Instant made = source.metadata().createTime();
    boolean before = time.isBefore(now.minus(kept)) || (made != null && time.isBefore(made));
    if (before || time.isAfter(now)) {
      throw outside("source_branch_time");
    }
  }

  private static Refusal outside(String field) {
    return Refusals.invalid(
        "Field 'spec." + field + "' must lie within the source branch's history.");
  }

  private static BranchName defaultBranch(Project project) {
    BranchName name = project.spec().defaultBranch();
    return name == null ? project.name().branch(Defaults.BRANCH_ID) : name;
  }
}
