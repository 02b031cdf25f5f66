package lakebase.ui.branch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.BranchSource;
import lakebase.model.ProjectSpec;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Countdown;
import lakebase.ui.detail.Fact;
import lakebase.ui.detail.FactGroup;
import lakebase.ui.detail.PageMaker;
import lakebase.ui.detail.States;
import lakebase.ui.form.PointWindow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The cards of a branch's overview. */
final class BranchFacts {

  private final UiContext context;
  private final PageMaker pages;
  private final States states;

  BranchFacts(UiContext context) {
    this.context = context;
    this.pages = new PageMaker(context);
    this.states = new States(context);
  }

  List<FactGroup> of(Ref.OfResource ref, Branch branch, ProjectSpec project) {
    List<FactGroup> groups = new ArrayList<>();
    groups.add(now(branch, project));
    groups.add(source(ref, branch));
    groups.add(protection(branch));
    groups.add(pages.about("branch", branch.metadata()));
    groups.addAll(pages.unknownGroup(branch.unknown()));
    return groups;
  }

  private FactGroup now(Branch branch, ProjectSpec project) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("branch-state-fact", text("detail.state"), states.of(branch)));
    facts.add(pages.pending("branch-pending", text("detail.pending"), states.pending(branch)));
    facts.add(pages.moment("branch-since", text("branch.since"), branch.facts().stateChangeTime()));
    facts.add(size(branch.facts().logicalSizeBytes()));
    facts.addAll(history(branch, project));
    return new FactGroup("card-now", MaterialDesignP.PULSE, text("detail.card.now"), facts);
  }

  /** In the unit that fits; to the byte where somebody asks or copies. */
  private Fact size(@Nullable Long bytes) {
    String id = "branch-logical-size";
    String label = text("branch.logicalSize");
    if (bytes == null) {
      return Fact.of(id, label, text("detail.none"));
    }
    return Fact.of(id, label, context.formats().bytes(bytes))
        .withTooltip(text("format.bytes", bytes))
        .withCopy(String.format(Locale.ROOT, "%d", bytes));
  }

  /** From where on others can be taken from it; nothing where none can: deleted, or expiring. */
  private List<Fact> history(Branch branch, ProjectSpec project) {
    if (branch.metadata().isDeleted() || branch.spec().expires()) {
      return List.of();
    }
    PointWindow window = History.window(branch, project, context.clock().instant());
    String utc = context.formats().utc(window.from());
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
                "branch-history",
                text("branch.history"),
                context.formats().dateTimeSeconds(window.from()))
            .withTooltip(text("branch.history.from", utc))
            .withCopy(utc));
    if (window.lsn() != null) {
      facts.add(Fact.code("branch-history-lsn", text("branch.historyLsn"), window.lsn()));
    }
    return facts;
  }

  private FactGroup source(Ref.OfResource ref, Branch branch) {
    BranchSource source = branch.facts().source();
    List<Fact> facts = new ArrayList<>();
    if (source == null) {
      facts.add(Fact.of("branch-parent-fact", text("branch.parent"), text("branch.root")));
    } else {
      facts.add(
          Fact.of("branch-parent-fact", text("branch.parent"), source.branch().id().value())
              .withLink(ref.sibling(source.branch())));
      Fact taken = pages.moment("branch-taken", text("branch.taken"), source.time());
      facts.add(
          source.time() == null ? taken : taken.withCopy(context.formats().utc(source.time())));
      facts.add(
          source.lsn() == null
              ? Fact.of("branch-lsn", text("branch.lsn"), text("detail.none"))
              : Fact.code("branch-lsn", text("branch.lsn"), source.lsn()));
    }
    return new FactGroup(
        "card-source", MaterialDesignS.SOURCE_BRANCH, text("branch.card.source"), facts);
  }

  private FactGroup protection(Branch branch) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of("branch-default", text("branch.default"), pages.yes(branch.facts().isDefault())));
    facts.add(
        Fact.of(
            "branch-protected", text("branch.protected"), pages.yes(branch.spec().isProtected())));
    Optional<Instant> expiry = States.expiry(branch);
    if (expiry.isEmpty()) {
      facts.add(Fact.of("branch-expires-fact", text("branch.expires"), text("branch.never")));
    } else {
      Instant at = expiry.get();
      Duration left = Duration.between(context.clock().instant(), at);
      facts.add(
          Fact.of("branch-expires-fact", text("branch.expires"), context.formats().dateTime(at))
              .withNote("(" + text("branch.left", Countdown.text(context.texts(), left)) + ")")
              .withTooltip(context.formats().utc(at)));
    }
    return new FactGroup(
        "card-protection", MaterialDesignT.TIMER_SAND, text("branch.card.protection"), facts);
  }

  private String text(String key, Object... values) {
    return context.texts().get(key, values);
  }
}
