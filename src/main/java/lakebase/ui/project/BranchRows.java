package lakebase.ui.project;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.BranchSource;
import lakebase.model.BranchState;
import lakebase.model.Endpoint;
import lakebase.model.Expiration;
import lakebase.model.SizeRange;
import lakebase.state.BranchEntry;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Badge;
import lakebase.ui.detail.Cell;
import lakebase.ui.detail.States;
import lakebase.ui.project.ProjectContent.BranchRow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The rows of a project's branches, the default one first. */
final class BranchRows {

  private final UiContext context;
  private final States states;

  BranchRows(UiContext context) {
    this.context = context;
    this.states = new States(context);
  }

  List<BranchRow> of(WorkspaceId workspace, ProjectEntry project) {
    return project.branches().values().stream()
        .sorted(
            Comparator.comparing(
                (BranchEntry entry) -> entry.branch().facts().isDefault(),
                Comparator.reverseOrder()))
        .map(entry -> row(workspace, entry))
        .toList();
  }

  private BranchRow row(WorkspaceId workspace, BranchEntry entry) {
    Branch branch = entry.branch();
    Optional<Endpoint> primary = primary(entry);
    Optional<SizeRange> size = primary.map(found -> found.spec().size());
    Long bytes = branch.facts().logicalSizeBytes();
    BranchSource source = branch.facts().source();
    Optional<Instant> expiry = States.expiry(branch);
    Instant created = branch.metadata().createTime();
    return new BranchRow(
        Ref.of(workspace, branch.name()),
        Cell.of(MaterialDesignS.SOURCE_BRANCH, branch.name().id().value(), "", properties(branch)),
        source == null ? Cell.NONE : Cell.of(source.branch().id().value()),
        size.map(range -> Cell.of(context.formats().size(range))).orElse(Cell.NONE),
        size.map(SizeRange::maxCu).orElse(0.0),
        Cell.state(state(branch, primary)),
        bytes == null ? Cell.NONE : Cell.of(context.formats().bytes(bytes)),
        bytes == null ? -1 : bytes,
        expiry.map(this::expires).orElseGet(() -> Cell.of(context.texts().get("branch.never"))),
        expiry.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
        created == null ? Cell.NONE : Cell.of(context.formats().dateTime(created)),
        created == null ? 0 : created.toEpochMilli());
  }

  /** What the branch is, but for its expiration, which has a column of its own. */
  private List<Badge> properties(Branch branch) {
    return states.properties(branch.withSpec(branch.spec().withExpiration(Expiration.never())));
  }

  /** A branch that is ready has the state of its compute, where that can be told. */
  private Badge state(Branch branch, Optional<Endpoint> primary) {
    boolean ready =
        branch.facts().state().equals(BranchState.READY) && !branch.metadata().isDeleted();
    return ready ? primary.map(states::of).orElseGet(() -> states.of(branch)) : states.of(branch);
  }

  private Cell expires(Instant at) {
    return Cell.badge(states.expiresShort(at));
  }

  private static Optional<Endpoint> primary(BranchEntry entry) {
    return entry.endpoints().values().stream().filter(Endpoint::isReadWrite).findFirst();
  }
}
