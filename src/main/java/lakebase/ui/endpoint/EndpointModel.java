package lakebase.ui.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.Metadata;
import lakebase.model.SizeRange;
import lakebase.state.AppState;
import lakebase.state.BranchEntry;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Badge;
import lakebase.ui.detail.Command;
import lakebase.ui.detail.Commands;
import lakebase.ui.detail.DetailModel;
import lakebase.ui.detail.Heading;
import lakebase.ui.detail.Page;
import lakebase.ui.detail.PageMaker;
import lakebase.ui.detail.States;
import lakebase.ui.detail.Subject;
import lakebase.ui.endpoint.ActivityWatch.Seen;
import lakebase.ui.endpoint.EndpointModel.Source;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Decides what the page of a compute shows. */
final class EndpointModel implements DetailModel<Source, EndpointContent> {

  private final UiContext context;
  private final PageMaker pages;
  private final States states;
  private final EndpointFacts facts;
  private final Function<Ref, Seen> seen;

  /**
   * The compute and what is told beside it.
   *
   * @param subject the compute
   * @param branch what is known of its branch; absent when nothing is
   * @param pgVersion the major version of Postgres; absent when unknown
   * @param user who is signed in; empty when nobody is
   */
  record Source(
      Subject<Endpoint> subject,
      @Nullable BranchEntry branch,
      @Nullable Integer pgVersion,
      String user) {}

  /** Pages of that context, with what is {@code seen} of a compute beside what the store knows. */
  EndpointModel(UiContext context, Function<Ref, Seen> seen) {
    this.context = context;
    this.seen = seen;
    this.pages = new PageMaker(context);
    this.states = new States(context);
    this.facts = new EndpointFacts(context);
  }

  @Override
  public Source source(AppState state, Ref ref) {
    if (!(ref instanceof Ref.OfResource resource && resource.name() instanceof EndpointName name)) {
      throw new IllegalArgumentException("not a compute: " + ref);
    }
    Optional<Workspace> workspace = state.workspace(ref.workspace());
    Optional<ProjectEntry> project =
        workspace.flatMap(found -> found.inventory().project(name.project()));
    return new Source(
        Subject.of(state, resource, inventory -> inventory.endpoint(name)),
        project.map(entry -> entry.branches().get(name.branch())).orElse(null),
        project.map(entry -> entry.project().facts().pgVersion()).orElse(null),
        workspace.map(EndpointModel::user).orElse(""));
  }

  private static String user(Workspace workspace) {
    return workspace.connection() instanceof Workspace.Connection.Connected(var user)
        ? user.userName()
        : "";
  }

  @Override
  public Page<EndpointContent> page(Source source) {
    Subject<Endpoint> subject = source.subject();
    Endpoint endpoint = subject.value();
    Metadata metadata = endpoint == null ? Metadata.NONE : endpoint.metadata();
    return new Page<>(
        heading(subject, endpoint),
        commands(subject, metadata),
        pages.notices(subject, metadata),
        pages.body(subject, endpoint == null ? null : content(source, endpoint)));
  }

  private Heading heading(Subject<Endpoint> subject, @Nullable Endpoint endpoint) {
    List<Badge> badges = new ArrayList<>();
    if (endpoint != null) {
      badges.add(states.of(endpoint));
      badges.add(states.type(endpoint));
    }
    return new Heading(
        subject.crumbs(),
        MaterialDesignM.MEMORY,
        subject.title(),
        "",
        badges,
        subject.ref().name().toString(),
        "");
  }

  private Commands commands(Subject<Endpoint> subject, Metadata metadata) {
    String obstacle = pages.obstacle(subject, metadata);
    String noCredential = subject.value() == null || subject.gone() ? obstacle : "";
    Command credential =
        Command.of(
                "generate-credential",
                context.texts().get("endpoint.credential"),
                MaterialDesignK.KEY_VARIANT,
                () -> context.intents().generateCredential(subject.ref()))
            .unless(noCredential);
    Command port =
        Command.of(
                "local-port",
                context.texts().get("endpoint.localPort"),
                MaterialDesignL.LAN_CONNECT,
                () -> context.intents().localPort(subject.ref()))
            .unless(noCredential);
    List<Command> more = new ArrayList<>(List.of(port));
    more.addAll(pages.more(subject, obstacle));
    return new Commands(credential, pages.edit(subject, obstacle), more);
  }

  private EndpointContent content(Source source, Endpoint endpoint) {
    SizeRange size = endpoint.spec().size();
    return new EndpointContent(
        size,
        size == null
            ? context.texts().get("detail.none")
            : context.formats().size(size) + " " + facts.capacity(size),
        facts.of(source, endpoint, seen.apply(source.subject().ref())));
  }
}
