package lakebase.ui.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lakebase.model.ApiFailure;
import lakebase.model.CurrentUser;
import lakebase.model.Project;
import lakebase.state.AppState;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.ui.Asked;
import lakebase.ui.FailureText;
import lakebase.ui.Standing;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceWords;
import lakebase.ui.detail.Badge;
import lakebase.ui.detail.Cell;
import lakebase.ui.detail.Command;
import lakebase.ui.detail.Commands;
import lakebase.ui.detail.Crumb;
import lakebase.ui.detail.DetailModel;
import lakebase.ui.detail.Fact;
import lakebase.ui.detail.FactGroup;
import lakebase.ui.detail.Heading;
import lakebase.ui.detail.Notice;
import lakebase.ui.detail.Page;
import lakebase.ui.detail.PageMaker;
import lakebase.ui.detail.Tone;
import lakebase.ui.detail.WorkspaceCommands;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Decides what the page of a workspace shows. */
final class WorkspaceModel implements DetailModel<WorkspaceModel.Source, WorkspaceContent> {

  private final UiContext context;
  private final PageMaker pages;

  WorkspaceModel(UiContext context) {
    this.context = context;
    this.pages = new PageMaker(context);
  }

  /** The workspace, if this console has it. */
  record Source(Ref.OfWorkspace ref, Optional<Workspace> workspace) {}

  @Override
  public Source source(AppState state, Ref ref) {
    return new Source(Ref.of(ref.workspace()), state.workspace(ref.workspace()));
  }

  @Override
  public Page<WorkspaceContent> page(Source source) {
    return source
        .workspace()
        .map(workspace -> page(source.ref(), workspace))
        .orElseGet(() -> missing(source.ref()));
  }

  private Page<WorkspaceContent> page(Ref.OfWorkspace ref, Workspace workspace) {
    Heading heading =
        new Heading(
            List.of(new Crumb(workspace.name(), ref)),
            WorkspaceWords.icon(workspace),
            workspace.name(),
            "",
            badges(workspace),
            workspace.address(),
            "");
    return new Page<>(
        heading, commands(ref, workspace), notices(ref, workspace), body(ref, workspace));
  }

  private Page<WorkspaceContent> missing(Ref.OfWorkspace ref) {
    String name = ref.workspace().value();
    Heading heading =
        new Heading(
            List.of(new Crumb(name, ref)),
            MaterialDesignC.CLOUD_OUTLINE,
            name,
            "",
            List.of(),
            "",
            "");
    return new Page<>(
        heading, Commands.NONE, List.of(), new Page.Body.Missing<>(text("detail.missing", name)));
  }

  private Page.Body<WorkspaceContent> body(Ref.OfWorkspace ref, Workspace workspace) {
    boolean nothing = workspace.inventory().projects().items().isEmpty();
    LoadState load = workspace.inventory().projects().load();
    if (nothing && AccessNotice.isNeeded(workspace)) {
      // The notice says why, and what can be done.
      return new Page.Body.Missing<>(text("workspace.unknown"));
    }
    if (nothing
        && workspace.connection() instanceof Workspace.Connection.Lost(var failure, var at)) {
      return failed(workspace, failure, at);
    }
    if (nothing && load instanceof LoadState.Failed(var failure, var at)) {
      return failed(workspace, failure, at);
    }
    if (nothing && workspace.connection() instanceof Workspace.Connection.Connecting) {
      return new Page.Body.Waiting<>(text("workspace.connecting", workspace.name()));
    }
    return new Page.Body.Known<>(content(ref, workspace));
  }

  private Page.Body<WorkspaceContent> failed(Workspace workspace, ApiFailure failure, Instant at) {
    Asked asked = Asked.list(context.texts(), workspace.name());
    return new Page.Body.Failed<>(
        FailureText.of(context.texts(), context.formats(), failure, asked, at));
  }

  private List<Notice> notices(Ref.OfWorkspace ref, Workspace workspace) {
    if (AccessNotice.isNeeded(workspace)) {
      return List.of(new AccessNotice(context).of(workspace));
    }
    return pages.stale(
        "notice-stale",
        workspace.inventory().projects(),
        workspace.name(),
        () -> context.inventories().refresh(ref));
  }

  private WorkspaceContent content(Ref.OfWorkspace ref, Workspace workspace) {
    var projects = workspace.inventory().projects();
    List<WorkspaceContent.ProjectRow> rows = new ArrayList<>();
    projects.values().forEach(entry -> rows.add(row(ref, entry)));
    return new WorkspaceContent(
        rows,
        pages.empty(
            projects,
            workspace.name(),
            create(ref, workspace),
            () -> context.inventories().refresh(ref)),
        List.of(facts(workspace)));
  }

  private WorkspaceContent.ProjectRow row(Ref.OfWorkspace ref, ProjectEntry entry) {
    Project project = entry.project();
    String id = project.name().id().value();
    Long bytes = project.facts().syntheticStorageSizeBytes();
    Integer version = project.facts().pgVersion();
    String owner = project.facts().owner();
    Instant created = project.metadata().createTime();
    int branches = entry.branches().items().size();
    List<Badge> badges =
        project.metadata().isDeleted()
            ? List.of(Badge.of(text("state.branch.DELETED"), Tone.DANGER))
            : List.of();
    return new WorkspaceContent.ProjectRow(
        Ref.of(ref.workspace(), project.name()),
        Cell.of(
            MaterialDesignD.DATABASE,
            project.displayName(),
            id.equals(project.displayName()) ? "" : id,
            badges),
        version == null ? Cell.NONE : Cell.of(context.formats().number(version)),
        entry.branches().asOf() != null ? Cell.of(context.formats().number(branches)) : Cell.NONE,
        branches,
        bytes == null ? Cell.NONE : Cell.of(context.formats().bytes(bytes)),
        bytes == null ? -1 : bytes,
        owner == null ? Cell.NONE : Cell.of(owner),
        created == null ? Cell.NONE : Cell.of(context.formats().dateTime(created)),
        created == null ? 0 : created.toEpochMilli());
  }

  private FactGroup facts(Workspace workspace) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        workspace.address().isEmpty()
            ? Fact.of("workspace-address", text("workspace.address"), text("detail.none"))
            : Fact.code("workspace-address", text("workspace.address"), workspace.address()));
    facts.add(Fact.of("workspace-connection", text("workspace.connection"), standing(workspace)));
    facts.addAll(access(workspace));
    if (workspace.connection() instanceof Workspace.Connection.Connected(CurrentUser user)) {
      facts.add(Fact.code("workspace-user", text("workspace.user"), user.userName()));
      if (user.displayName() != null) {
        facts.add(Fact.of("workspace-person", text("workspace.person"), user.displayName()));
      }
      if (user.workspaceId() != null) {
        facts.add(Fact.code("workspace-id", text("workspace.id"), user.workspaceId()));
      }
    }
    int count = workspace.inventory().projects().items().size();
    facts.add(
        Fact.of("workspace-projects", text("workspace.projects"), context.formats().number(count)));
    return new FactGroup(
        "card-workspace", MaterialDesignI.INFORMATION_OUTLINE, text("workspace.card"), facts);
  }

  /** How one is signed in, how long that holds, and whether it is locked. */
  private List<Fact> access(Workspace workspace) {
    List<Fact> facts = new ArrayList<>();
    WorkspaceWords words = WorkspaceWords.of(context);
    facts.add(
        Fact.of("workspace-how", text("workspace.how"), words.how(workspace.settings().signIn())));
    Instant expires = workspace.tokenExpires();
    if (expires != null) {
      facts.add(pages.moment("workspace-token", text("workspace.token"), expires));
    }
    if (workspace.asOf() != null) {
      facts.add(pages.moment("workspace-read", text("workspace.read"), workspace.asOf()));
    }
    facts.add(
        Fact.of("workspace-lock", text("workspace.readOnly"), pages.yes(workspace.isReadOnly())));
    return facts;
  }

  private List<Badge> badges(Workspace workspace) {
    List<Badge> badges = new ArrayList<>();
    badges.add(standing(workspace));
    if (workspace.isReadOnly()) {
      badges.add(
          Badge.of(text("workspace.locked"), Tone.WARNING, WorkspaceWords.lock())
              .withTooltip(text("workspace.locked.fact.refused")));
    }
    return badges;
  }

  private Badge standing(Workspace workspace) {
    Standing standing = Standing.of(workspace);
    Tone tone =
        switch (standing) {
          case CONNECTING, SIGNING_IN -> Tone.ACCENT;
          case SIGNED_IN -> Tone.SUCCESS;
          case OFFLINE, SIGNED_OUT -> Tone.WARNING;
          case NOT_PERMITTED -> Tone.DANGER;
        };
    String word = context.texts().of("workspace.state", standing);
    return Badge.of(word, tone, WorkspaceWords.icon(standing));
  }

  private Commands commands(Ref.OfWorkspace ref, Workspace workspace) {
    Command refresh =
        Command.of(
                "refresh",
                text("detail.refresh"),
                MaterialDesignR.REFRESH,
                () -> context.intents().refresh(ref))
            .withKey("F5");
    List<Command> more = new ArrayList<>();
    more.add(refresh);
    more.addAll(WorkspaceCommands.of(context, workspace));
    return new Commands(create(ref, workspace), null, more);
  }

  private Command create(Ref.OfWorkspace ref, Workspace workspace) {
    return Command.of(
            "new-project",
            text("project.new"),
            MaterialDesignD.DATABASE_PLUS,
            () -> context.intents().newProject(ref.workspace()))
        .unless(obstacle(workspace));
  }

  private String obstacle(Workspace workspace) {
    if (!(workspace.connection() instanceof Workspace.Connection.Connected)) {
      return text("detail.obstacle.away");
    }
    return workspace.isReadOnly() ? text("detail.obstacle.locked") : "";
  }

  private String text(String key, Object... values) {
    return context.texts().get(key, values);
  }
}
