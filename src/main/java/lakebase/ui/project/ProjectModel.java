package lakebase.ui.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lakebase.model.BranchName;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.state.AppState;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Badge;
import lakebase.ui.detail.Command;
import lakebase.ui.detail.Commands;
import lakebase.ui.detail.DetailModel;
import lakebase.ui.detail.Heading;
import lakebase.ui.detail.Notice;
import lakebase.ui.detail.Page;
import lakebase.ui.detail.PageMaker;
import lakebase.ui.detail.Subject;
import lakebase.ui.detail.Tone;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Decides what the page of a project shows. */
final class ProjectModel implements DetailModel<Subject<ProjectEntry>, ProjectContent> {

  private final UiContext context;
  private final PageMaker pages;
  private final BranchRows rows;
  private final ProjectFacts facts;
  private final AccessRows access;

  ProjectModel(UiContext context) {
    this.context = context;
    this.pages = new PageMaker(context);
    this.rows = new BranchRows(context);
    this.facts = new ProjectFacts(context);
    this.access = new AccessRows(context);
  }

  @Override
  public Subject<ProjectEntry> source(AppState state, Ref ref) {
    if (ref instanceof Ref.OfResource resource && resource.name() instanceof ProjectName name) {
      return Subject.of(state, resource, inventory -> inventory.project(name));
    }
    throw new IllegalArgumentException("not a project: " + ref);
  }

  @Override
  public Page<ProjectContent> page(Subject<ProjectEntry> subject) {
    ProjectEntry entry = subject.value();
    Metadata metadata = entry == null ? Metadata.NONE : entry.project().metadata();
    List<Notice> notices = new ArrayList<>(pages.notices(subject, metadata));
    if (entry != null) {
      notices.addAll(
          pages.stale(
              "notice-stale", entry.branches(), subject.title(), () -> refresh(subject.ref())));
    }
    return new Page<>(
        heading(subject, entry),
        commands(subject, metadata),
        notices,
        pages.body(subject, entry == null ? null : content(subject, entry)));
  }

  private Heading heading(Subject<ProjectEntry> subject, @Nullable ProjectEntry entry) {
    String id = subject.ref().name().id().value();
    List<Badge> badges = new ArrayList<>();
    if (entry != null && entry.project().metadata().isDeleted()) {
      badges.add(
          Badge.of(text("state.branch.DELETED"), Tone.DANGER, MaterialDesignD.DELETE_OUTLINE));
    }
    return new Heading(
        subject.crumbs(),
        MaterialDesignD.DATABASE,
        subject.title(),
        id.equals(subject.title()) ? "" : id,
        badges,
        subject.ref().name().toString(),
        entry == null ? "" : summary(entry));
  }

  private String summary(ProjectEntry entry) {
    Project project = entry.project();
    List<String> parts = new ArrayList<>();
    if (project.facts().pgVersion() != null) {
      parts.add("PostgreSQL " + project.facts().pgVersion());
    }
    if (project.facts().owner() != null) {
      parts.add(text("project.summary.owner", project.facts().owner()));
    }
    if (project.spec().historyRetention() != null) {
      parts.add(
          text(
              "project.summary.history",
              context.formats().duration(project.spec().historyRetention())));
    }
    if (entry.branches().asOf() != null) {
      parts.add(text("project.summary.branches", entry.branches().items().size()));
    }
    if (project.facts().syntheticStorageSizeBytes() != null) {
      parts.add(context.formats().bytes(project.facts().syntheticStorageSizeBytes()));
    }
    return String.join(" · ", parts);
  }

  private Commands commands(Subject<ProjectEntry> subject, Metadata metadata) {
    String obstacle = pages.obstacle(subject, metadata);
    List<Command> more = new ArrayList<>();
    more.add(permissions(subject, "permissions", text("access.menu")).unless(obstacle));
    more.addAll(pages.more(subject, obstacle));
    return new Commands(newBranch(subject).unless(obstacle), pages.edit(subject, obstacle), more);
  }

  private Command newBranch(Subject<ProjectEntry> subject) {
    return Command.of(
        "new-branch",
        text("branch.new"),
        MaterialDesignS.SOURCE_BRANCH_PLUS,
        () ->
            context
                .intents()
                .newBranch(
                    subject.ref().workspace(),
                    subject.ref().name().project(),
                    defaultBranch(subject)));
  }

  /** The branch that a new one is proposed to be taken from. */
  private static BranchName defaultBranch(Subject<ProjectEntry> subject) {
    ProjectEntry entry = Objects.requireNonNull(subject.value(), "only offered on known projects");
    return entry.defaultBranch().orElseGet(() -> entry.project().name().branch("production"));
  }

  private ProjectContent content(Subject<ProjectEntry> subject, ProjectEntry entry) {
    Command create =
        entry.project().metadata().isDeleted() || subject.gone() ? null : newBranch(subject);
    Command share =
        permissions(subject, "share", text("access.change"))
            .unless(pages.obstacle(subject, entry.project().metadata()));
    return new ProjectContent(
        subject.ref(),
        rows.of(subject.ref().workspace(), entry),
        pages.empty(entry.branches(), subject.title(), create, () -> refresh(subject.ref())),
        facts.of(subject.ref(), entry.project()),
        access.of(subject.ref(), entry),
        pages.empty(
            entry.access().load(),
            subject.title(),
            null,
            () -> context.inventories().readAccess(subject.ref())),
        List.of(share),
        entry.access().load());
  }

  private Command permissions(Subject<ProjectEntry> subject, String id, String words) {
    return Command.of(
        id,
        words,
        MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE,
        () ->
            context
                .intents()
                .permissions(subject.ref().workspace(), subject.ref().name().project()));
  }

  private void refresh(Ref ref) {
    context.inventories().refresh(ref);
  }

  private String text(String key, Object... values) {
    return context.texts().get(key, values);
  }
}
