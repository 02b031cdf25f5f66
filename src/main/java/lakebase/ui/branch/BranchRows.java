package lakebase.ui.branch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.Endpoint;
import lakebase.model.SizeRange;
import lakebase.state.BranchEntry;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.branch.BranchContent.ChildRow;
import lakebase.ui.branch.BranchContent.ComputeRow;
import lakebase.ui.detail.Cell;
import lakebase.ui.detail.States;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The rows of the tables of a branch's page. */
final class BranchRows {

  private final UiContext context;
  private final States states;

  BranchRows(UiContext context) {
    this.context = context;
    this.states = new States(context);
  }

  List<ComputeRow> computes(Ref.OfResource ref, BranchEntry entry) {
    return entry.endpoints().values().stream().map(endpoint -> compute(ref, endpoint)).toList();
  }

  private ComputeRow compute(Ref.OfResource ref, Endpoint endpoint) {
    SizeRange size = endpoint.spec().size();
    return new ComputeRow(
        ref.sibling(endpoint.name()),
        Cell.of(MaterialDesignM.MEMORY, endpoint.name().id().value(), "", List.of()),
        Cell.of(states.type(endpoint).text()),
        size == null ? Cell.NONE : Cell.of(context.formats().size(size)),
        size == null ? 0 : size.maxCu(),
        Cell.state(states.pending(endpoint).orElseGet(() -> states.of(endpoint))),
        endpoint.facts().hosts().mainAddress().map(Cell::code).orElse(Cell.NONE));
  }

  /** The branches taken from this one. */
  List<ChildRow> children(Ref.OfResource ref, BranchName name, @Nullable ProjectEntry project) {
    if (project == null) {
      return List.of();
    }
    return project.branches().values().stream()
        .map(BranchEntry::branch)
        .filter(branch -> isFrom(branch, name))
        .map(branch -> child(ref, branch))
        .toList();
  }

  private static boolean isFrom(Branch branch, BranchName name) {
    BranchSource source = branch.facts().source();
    return source != null && source.branch().equals(name);
  }

  private ChildRow child(Ref.OfResource ref, Branch branch) {
    BranchSource source = branch.facts().source();
    Instant taken = source == null ? null : source.time();
    Optional<Instant> expiry = States.expiry(branch);
    return new ChildRow(
        ref.sibling(branch.name()),
        Cell.of(
            MaterialDesignS.SOURCE_BRANCH,
            branch.name().id().value(),
            "",
            states.properties(branch).stream()
                .filter(badge -> expiry.isEmpty() || !badge.equals(states.expires(expiry.get())))
                .toList()),
        Cell.state(states.of(branch)),
        taken == null ? Cell.NONE : Cell.of(context.formats().dateTime(taken)),
        taken == null ? 0 : taken.toEpochMilli(),
        expiry
            .map(at -> Cell.badge(states.expiresShort(at)))
            .orElseGet(() -> Cell.of(context.texts().get("branch.never"))),
        expiry.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
  }
}
