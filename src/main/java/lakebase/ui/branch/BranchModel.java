package lakebase.ui.branch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lakebase.model.BranchName;
import lakebase.model.DatabaseName;
import lakebase.model.Metadata;
import lakebase.model.ResourceName;
import lakebase.model.RoleName;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.BranchEntry;
import lakebase.state.Listing;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.branch.BranchModel.Known;
import lakebase.ui.detail.Badge;
import lakebase.ui.detail.Command;
import lakebase.ui.detail.Commands;
import lakebase.ui.detail.DetailModel;
import lakebase.ui.detail.Empty;
import lakebase.ui.detail.Heading;
import lakebase.ui.detail.Notice;
import lakebase.ui.detail.Page;
import lakebase.ui.detail.PageMaker;
import lakebase.ui.detail.States;
import lakebase.ui.detail.Subject;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Decides what the page of a branch shows. */
final class BranchModel implements DetailModel<Subject<Known>, BranchContent> {

  private final UiContext context;
  private final PageMaker pages;
  private final States states;
  private final BranchFacts facts;
  private final BranchRows rows;
  private final ContentsRows contentsRows;

  /**
   * The branch, and its siblings, among which are its children.
   *
   * @param busy what running tasks do to the roles and databases in it
   */
  record Known(BranchEntry entry, ProjectEntry project, Map<ResourceName, Verb> busy) {}

  BranchModel(UiContext context) {
    this.context = context;
    this.pages = new PageMaker(context);
    this.states = new States(context);
    this.facts = new BranchFacts(context);
    this.rows = new BranchRows(context);
    this.contentsRows = new ContentsRows(context);
  }

  @Override
  public Subject<Known> source(AppState state, Ref ref) {
    if (ref instanceof Ref.OfResource resource && resource.name() instanceof BranchName name) {
      return Subject.of(
          state,
          resource,
          inventory ->
              inventory
                  .project(name.project())
                  .flatMap(project ->
                      Optional.ofNullable(project.branches().get(name))
                          .map(entry -> new Known(entry, project, busy(state, resource)))));
    }
    throw new IllegalArgumentException("not a branch: " + ref);
  }

  private static Map<ResourceName, Verb> busy(AppState state, Ref.OfResource branch) {
    Map<ResourceName, Verb> busy = new HashMap<>();
    for (BackgroundTask task : state.tasks()) {
      ResourceName name = task.target().name();
      if (task.isRunning()
          && task.target().workspace().equals(branch.workspace())
          && (name instanceof RoleName || name instanceof DatabaseName)
          && name.isWithin(branch.name())) {
        busy.putIfAbsent(name, task.verb());
      }
    }
    return busy;
  }

  @Override
  public Page<BranchContent> page(Subject<Known> subject) {
    Known known = subject.value();
    Metadata metadata = known == null ? Metadata.NONE : known.entry().branch().metadata();
    return new Page<>(
        heading(subject, known),
        commands(subject, metadata, known != null && known.entry().branch().spec().expires()),
        notices(subject, known, metadata),
        pages.body(subject, known == null ? null : content(subject, known)));
  }

  private Heading heading(Subject<Known> subject, @Nullable Known known) {
    List<Badge> badges = new ArrayList<>();
    if (known != null) {
      badges.add(states.of(known.entry().branch()));
      states.pending(known.entry().branch()).ifPresent(badges::add);
      badges.addAll(states.properties(known.entry().branch()));
    }
    return new Heading(
        subject.crumbs(),
        MaterialDesignS.SOURCE_BRANCH,
        subject.title(),
        "",
        badges,
        subject.ref().name().toString(),
        "");
  }

  private List<Notice> notices(Subject<Known> subject, @Nullable Known known, Metadata metadata) {
    List<Notice> notices = new ArrayList<>(pages.notices(subject, metadata));
    if (known != null) {
      notices.addAll(
          pages.stale(
              "notice-stale",
              known.entry().endpoints(),
              subject.title(),
              () -> context.inventories().refresh(subject.ref())));
    }
    return notices;
  }

  /** A branch that expires cannot have children: there, a new compute is the usual thing. */
  private Commands commands(Subject<Known> subject, Metadata metadata, boolean expires) {
    String obstacle = pages.obstacle(subject, metadata);
    Command compute = newCompute(subject).unless(obstacle);
    Command branch =
        newBranch(subject)
            .unless(obstacle.isEmpty() && expires ? text("branch.new.expires") : obstacle);
    List<Command> more = new ArrayList<>();
    more.add(expires ? branch : compute);
    more.addAll(pages.more(subject, obstacle));
    return new Commands(expires ? compute : branch, pages.edit(subject, obstacle), more);
  }

  private Command newBranch(Subject<Known> subject) {
    return Command.of(
        "new-branch",
        text("branch.new"),
        MaterialDesignS.SOURCE_BRANCH_PLUS,
        () ->
            context
                .intents()
                .newBranch(subject.ref().workspace(), name(subject).project(), name(subject)));
  }

  private Command newCompute(Subject<Known> subject) {
    return Command.of(
        "new-compute",
        text("endpoint.new"),
        MaterialDesignM.MEMORY,
        () -> context.intents().newCompute(subject.ref().workspace(), name(subject)));
  }

  private BranchContent content(Subject<Known> subject, Known known) {
    Ref.OfResource ref = subject.ref();
    BranchEntry entry = known.entry();
    boolean alive = !subject.gone() && !entry.branch().metadata().isDeleted();
    Runnable again = () -> context.inventories().refresh(ref);
    Runnable contents = () -> context.inventories().readContents(ref);
    String obstacle = pages.obstacle(subject, entry.branch().metadata());
    Command role = newRole(subject).unless(obstacle);
    Command database = newDatabase(subject).unless(obstacle);
    return new BranchContent(
        ref,
        facts.of(ref, entry.branch(), known.project().project().spec()),
        rows.computes(ref, entry),
        pages.empty(entry.endpoints(), subject.title(), alive ? newCompute(subject) : null, again),
        rows.children(ref, entry.branch().name(), known.project()),
        new Empty(text("branch.noChildren"), null),
        contentsRows.roles(ref, known),
        empty(entry.roles(), subject, "branch.noRoles", contents),
        List.of(role),
        contentsRows.databases(ref, known),
        empty(entry.databases(), subject, "branch.noDatabases", contents),
        List.of(database),
        entry.roles().load());
  }

  /** Names what there is none of; the button that makes one stands above. */
  private Empty empty(Listing<?, ?> list, Subject<Known> subject, String none, Runnable readAgain) {
    return list.isLoaded()
        ? new Empty(text(none), null)
        : pages.empty(list, subject.title(), null, readAgain);
  }

  private Command newRole(Subject<Known> subject) {
    return Command.of(
        "new-role",
        text("role.new"),
        MaterialDesignA.ACCOUNT_PLUS_OUTLINE,
        () -> context.intents().newRole(subject.ref().workspace(), name(subject)));
  }

  private Command newDatabase(Subject<Known> subject) {
    return Command.of(
        "new-database",
        text("database.new"),
        MaterialDesignD.DATABASE_PLUS_OUTLINE,
        () -> context.intents().newDatabase(subject.ref().workspace(), name(subject)));
  }

  private static BranchName name(Subject<Known> subject) {
    return BranchName.parse(subject.ref().name().toString());
  }

  private String text(String key) {
    return context.texts().get(key);
  }
}
