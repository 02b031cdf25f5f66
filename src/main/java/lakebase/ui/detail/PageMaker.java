package lakebase.ui.detail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lakebase.model.Metadata;
import lakebase.model.Suspension;
import lakebase.model.UnknownFields;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.ui.Asked;
import lakebase.ui.FailureText;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceWords;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** What the pages of all kinds of resource have in common. */
public final class PageMaker {

  private final UiContext context;

  /** For pages of that context. */
  public PageMaker(UiContext context) {
    this.context = context;
  }

  /** The body: the content where the resource is known, else why not. */
  public <T, C> Page.Body<C> body(Subject<T> subject, @Nullable C content) {
    if (content != null) {
      return new Page.Body.Known<>(content);
    }
    if (subject.gone()) {
      return new Page.Body.Missing<>(text("detail.gone.body"));
    }
    if (subject.failure() != null) {
      Asked asked = Asked.read(context.texts(), subject.title());
      Instant at =
          subject.failedAt().equals(Instant.EPOCH) ? context.clock().instant() : subject.failedAt();
      return new Page.Body.Failed<>(
          FailureText.of(context.texts(), context.formats(), subject.failure(), asked, at));
    }
    return subject.awaited()
        ? new Page.Body.Waiting<>(text("detail.waiting", subject.title()))
        : new Page.Body.Missing<>(text("detail.missing", subject.title()));
  }

  /** What concerns all of a page: deleted elsewhere, or softly, or being changed. */
  public List<Notice> notices(Subject<?> subject, Metadata metadata) {
    List<Notice> notices = new ArrayList<>();
    Workspace away = subject.home().away();
    if (away != null) {
      notices.add(away(away));
    }
    if (subject.gone()) {
      notices.add(new Notice("notice-gone", Tone.DANGER, text("detail.gone"), null));
    } else if (metadata.isDeleted()) {
      notices.add(deleted(subject, metadata));
    }
    return notices;
  }

  /** What is shown is not from now, and how the workspace stands. */
  private Notice away(Workspace workspace) {
    WorkspaceWords words = WorkspaceWords.of(context);
    return new Notice(
        "notice-away",
        Tone.WARNING,
        text("detail.away", workspace.name(), words.status(workspace), words.asOf(workspace)),
        Command.of(
            "show-workspace",
            text("detail.showWorkspace"),
            WorkspaceWords.icon(workspace),
            () -> context.intents().select(Ref.of(workspace.id()))));
  }

  private Notice deleted(Subject<?> subject, Metadata metadata) {
    Instant purge = metadata.purgeTime();
    String until =
        purge == null
            ? text("detail.deleted")
            : text(
                "detail.deleted.until",
                context.formats().dateTime(purge),
                context.formats().relative(purge));
    Command undelete =
        Command.of(
                "undelete",
                text("detail.undelete"),
                MaterialDesignU.UNDO,
                () -> context.intents().undelete(subject.ref()))
            .unless(
                subject.home().locked()
                    ? text("detail.obstacle.locked")
                    : subject.busy() ? text("detail.busy") : "");
    return new Notice("notice-deleted", Tone.WARNING, until, undelete);
  }

  /** Why nothing can be changed now; empty when it can. */
  public String obstacle(Subject<?> subject, Metadata metadata) {
    if (subject.gone()) {
      return text("detail.obstacle.gone");
    }
    if (subject.value() == null) {
      return text("detail.obstacle.unknown");
    }
    if (metadata.isDeleted()) {
      return text("detail.obstacle.deleted");
    }
    if (subject.home().locked()) {
      return text("detail.obstacle.locked");
    }
    return subject.busy() ? text("detail.busy") : "";
  }

  /** Opens the edit dialog. */
  public Command edit(Subject<?> subject, String obstacle) {
    return Command.of(
            "edit",
            text("detail.edit"),
            MaterialDesignP.PENCIL_OUTLINE,
            () -> context.intents().edit(subject.ref()))
        .withKey("F2")
        .unless(obstacle);
  }

  /** Reads it again, copies its name, deletes it. */
  public List<Command> more(Subject<?> subject, String obstacle) {
    return List.of(
        Command.of(
                "refresh",
                text("detail.refresh"),
                MaterialDesignR.REFRESH,
                () -> context.intents().refresh(subject.ref()))
            .withKey("F5"),
        Command.of(
            "copy-name",
            text("detail.copyName"),
            MaterialDesignC.CONTENT_COPY,
            () -> context.intents().copy(subject.ref().name().toString())),
        Command.of(
                "delete",
                text("detail.delete"),
                MaterialDesignD.DELETE_OUTLINE,
                () -> context.intents().delete(subject.ref()))
            .unless(obstacle));
  }

  /** A moment, with how long ago it was. */
  public Fact moment(String id, String label, @Nullable Instant moment) {
    if (moment == null) {
      return Fact.of(id, label, text("detail.none"));
    }
    return Fact.of(id, label, context.formats().dateTime(moment))
        .withNote("(" + context.formats().relative(moment) + ")")
        .withTooltip(context.formats().utc(moment));
  }

  /** What a badge says of it; nothing when there is none. */
  public Fact pending(String id, String label, Optional<Badge> badge) {
    return badge
        .map(shown -> Fact.of(id, label, shown))
        .orElseGet(() -> Fact.of(id, label, text("detail.nothing")));
  }

  /**
   * The card of what every resource has: uid and times.
   *
   * @param kind what the facts' ids begin with
   * @param more what this kind has beside them
   */
  public FactGroup about(String kind, Metadata metadata, Fact... more) {
    String uid = metadata.uid();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        uid == null
            ? Fact.of(kind + "-uid", text("detail.uid"), text("detail.none"))
            : Fact.code(kind + "-uid", text("detail.uid"), uid));
    facts.add(moment(kind + "-created-fact", text("detail.created"), metadata.createTime()));
    facts.add(moment(kind + "-updated-fact", text("detail.updated"), metadata.updateTime()));
    facts.addAll(List.of(more));
    return new FactGroup(
        "card-about", MaterialDesignI.INFORMATION_OUTLINE, text("detail.card.about"), facts);
  }

  private List<Fact> unknown(UnknownFields unknown) {
    return unknown.jsonByPath().entrySet().stream()
        .map(entry -> Fact.code("unknown-" + entry.getKey(), entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Why a list has no rows; {@code create} is offered where nothing exists yet. */
  public Empty empty(
      Listing<?, ?> listing, String listed, @Nullable Command create, Runnable retry) {
    return empty(listing.load(), listed, create, retry);
  }

  /** The same of anything that was read that far. */
  public Empty empty(LoadState load, String listed, @Nullable Command create, Runnable retry) {
    return switch (load) {
      case LoadState.NotLoaded _, LoadState.Loading _ ->
          new Empty(text("detail.empty.waiting"), null);
      case LoadState.Failed(var failure, var at) -> {
        FailureText said =
            FailureText.of(
                context.texts(),
                context.formats(),
                failure,
                Asked.list(context.texts(), listed),
                at);
        yield new Empty(said.happened() + ". " + said.reason(), said.retry() ? retry(retry) : null);
      }
      case LoadState.Loaded _ -> new Empty(text("detail.empty.none"), create);
    };
  }

  /** Says that what is shown is old, where a list could not be read again. */
  public List<Notice> stale(String id, Listing<?, ?> listing, String listed, Runnable retry) {
    if (listing.load() instanceof LoadState.Failed(var failure, var at)
        && !listing.items().isEmpty()) {
      Asked asked = Asked.list(context.texts(), listed);
      FailureText said = FailureText.of(context.texts(), context.formats(), failure, asked, at);
      String words =
          text("detail.stale", said.happened(), said.reason(), context.formats().time(at));
      return List.of(new Notice(id, Tone.WARNING, words, said.retry() ? retry(retry) : null));
    }
    return List.of();
  }

  private Command retry(Runnable retry) {
    return Command.of("retry", text("failure.retry"), MaterialDesignR.REFRESH, retry);
  }

  /** Yes or no, in words. */
  public String yes(boolean value) {
    return text(value ? "detail.yes" : "detail.no");
  }

  /** The card of what the service said that this console has no word for; none when nothing. */
  public List<FactGroup> unknownGroup(UnknownFields unknown) {
    List<Fact> facts = unknown(unknown);
    return facts.isEmpty()
        ? List.of()
        : List.of(
            new FactGroup(
                "card-unknown",
                MaterialDesignH.HELP_CIRCLE_OUTLINE,
                text("detail.card.unknown"),
                facts));
  }

  /** The card of Postgres settings; none when there are none. */
  public List<FactGroup> settingsGroup(Map<String, String> settings) {
    if (settings.isEmpty()) {
      return List.of();
    }
    List<Fact> facts =
        settings.entrySet().stream()
            .map(entry -> Fact.code("setting-" + entry.getKey(), entry.getKey(), entry.getValue()))
            .toList();
    return List.of(
        new FactGroup("card-settings", MaterialDesignT.TUNE, text("detail.card.settings"), facts));
  }

  /** When unused computes scale to zero. */
  public String suspension(Suspension suspension) {
    return switch (suspension) {
      case Suspension.Never _ -> text("detail.suspension.never");
      case Suspension.After(var timeout) ->
          text("detail.suspension.after", context.formats().duration(timeout));
    };
  }

  private String text(String key, Object... values) {
    return context.texts().get(key, values);
  }
}
