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
import lakebase.state.WorkspaceId;
import lakebase.ui.Asked;
import lakebase.ui.FailureText;
import lakebase.ui.UiContext;
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
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
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
            icon(workspace.id()),
            workspace.name(),
            "",
            List.of(connection(workspace.connection())),
            workspace.address(),
            "");
    return new Page<>(heading, commands(ref), notices(ref, workspace), body(ref, workspace));
  }

  private Page<WorkspaceContent> missing(Ref.OfWorkspace ref) {
    String name = ref.workspace().value();
    Heading heading =
        new Heading(
            List.of(new Crumb(name, ref)), icon(ref.workspace()), name, "", List.of(), "", "");
    return new Page<>(
        heading, Commands.NONE, List.of(), new Page.Body.Missing<>(text("detail.missing", name)));
  }

  private Page.Body<WorkspaceContent> body(Ref.OfWorkspace ref, Workspace workspace) {
    boolean nothing = workspace.inventory().projects().items().isEmpty();
    LoadState load = workspace.inventory().projects().load();
    if (nothing && workspace.connection() instanceof Workspace.Connection.Lost(var failure)) {
      return failed(workspace, failure, context.clock().instant());
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
            projects, workspace.name(), create(ref), () -> context.inventories().refresh(ref)),
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
        entry.branches().isLoaded() ? Cell.of(context.formats().number(branches)) : Cell.NONE,
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
    facts.add(
        Fact.of(
            "workspace-connection",
            text("workspace.connection"),
            connection(workspace.connection())));
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

  private Badge connection(Workspace.Connection connection) {
    return switch (connection) {
      case Workspace.Connection.Connecting _ ->
          Badge.of(text("workspace.state.connecting"), Tone.ACCENT, MaterialDesignP.PROGRESS_CLOCK);
      case Workspace.Connection.Connected _ ->
          Badge.of(
              text("workspace.state.connected"),
              Tone.SUCCESS,
              MaterialDesignC.CHECK_CIRCLE_OUTLINE);
      case Workspace.Connection.Lost _ ->
          Badge.of(text("workspace.state.lost"), Tone.DANGER, MaterialDesignA.ALERT_OUTLINE);
    };
  }

  private Commands commands(Ref.OfWorkspace ref) {
    Command refresh =
        Command.of(
                "refresh",
                text("detail.refresh"),
                MaterialDesignR.REFRESH,
                () -> context.intents().refresh(ref))
            .withKey("F5");
    return new Commands(create(ref), null, List.of(refresh));
  }

  private Command create(Ref.OfWorkspace ref) {
    return Command.of(
        "new-project",
        text("project.new"),
        MaterialDesignD.DATABASE_PLUS,
        () -> context.intents().newProject(ref.workspace()));
  }

  private static Ikon icon(WorkspaceId id) {
    return id.equals(WorkspaceId.LOCAL) ? MaterialDesignL.LAPTOP : MaterialDesignC.CLOUD_OUTLINE;
  }

  private String text(String key, Object... values) {
    return context.texts().get(key, values);
  }
}
