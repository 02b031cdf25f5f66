package lakebase.ui.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lakebase.model.ApiFailure;
import lakebase.model.Branch;
import lakebase.model.BranchState;
import lakebase.model.Endpoint;
import lakebase.model.EndpointState;
import lakebase.model.Project;
import lakebase.model.SizeRange;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceColour;
import lakebase.ui.Icons;
import lakebase.ui.StateWords;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceWords;
import lakebase.ui.tree.RowLook.Mark;
import lakebase.ui.tree.RowLook.Tone;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** Says what a row shows, in the words of the chosen language. */
final class RowWords {

  private static final Collector<CharSequence, ?, String> COMMAS = Collectors.joining(", ");

  private final Texts texts;
  private final StateWords words;
  private final UiContext context;

  RowWords(UiContext context) {
    this.context = context;
    this.texts = context.texts();
    this.words = new StateWords(texts);
  }

  /** How that row looks. */
  RowLook look(TreeRow row) {
    return switch (row) {
      case TreeRow.Root _ -> RowLook.EMPTY;
      case TreeRow.OfWorkspace workspace -> workspace(workspace);
      case TreeRow.OfProject project -> project(project);
      case TreeRow.OfBranch branch -> branch(branch);
      case TreeRow.OfEndpoint endpoint -> endpoint(endpoint);
      case TreeRow.Note note -> note(note);
    };
  }

  /** What type-ahead and the eye read first; empty for notes. */
  static String name(TreeRow row) {
    return switch (row) {
      case TreeRow.Root _, TreeRow.Note _ -> "";
      case TreeRow.OfWorkspace workspace -> workspace.name();
      case TreeRow.OfProject project -> project.resource().displayName();
      case TreeRow.OfResource other -> other.resource().name().id().value();
    };
  }

  private RowLook workspace(TreeRow.OfWorkspace row) {
    Mark state =
        switch (row.standing()) {
          case SIGNED_IN -> null;
          case CONNECTING -> standing(row, texts.get("tree.connecting"), Tone.ACCENT);
          case SIGNING_IN -> standing(row, row.status(), Tone.ACCENT);
          case OFFLINE -> standing(row, texts.get("tree.offline"), Tone.WARNING);
          case SIGNED_OUT -> standing(row, row.status(), Tone.WARNING);
          case NOT_PERMITTED -> standing(row, row.status(), Tone.DANGER);
        };
    String locked = row.isLocked() ? texts.get("access.locked") : "";
    return new RowLook(
        row.isLocal() ? MaterialDesignL.LAPTOP : MaterialDesignC.CLOUD_OUTLINE,
        row.name(),
        row.asOf().isEmpty() ? row.host() : row.asOf(),
        row.isLocked() ? List.of(new Mark(locked, WorkspaceWords.lock(), Tone.WARNING)) : List.of(),
        state,
        spoken(
            row.name(), texts.get("tree.workspace"), row.status(), row.asOf(), locked, row.host()),
        RowLook.Style.WORKSPACE);
  }

  private static Mark standing(TreeRow.OfWorkspace row, String word, Tone tone) {
    return new Mark(word, WorkspaceWords.icon(row.standing()), tone);
  }

  /** The colour of the workspace that a row is in. */
  WorkspaceColour colour(TreeRow row) {
    return context
        .store()
        .state()
        .workspace(row.ref().workspace())
        .map(Workspace::colour)
        .orElse(WorkspaceColour.GREY);
  }

  private RowLook project(TreeRow.OfProject row) {
    Project project = row.resource();
    String id = project.name().id().value();
    String name = project.displayName();
    return resource(
        row,
        Icons.of(row.ref()),
        name.equals(id) ? "" : id,
        List.of(),
        project.metadata().isDeleted() ? deleted() : null);
  }

  private RowLook branch(TreeRow.OfBranch row) {
    Branch branch = row.resource();
    List<Mark> badges = new ArrayList<>();
    if (branch.facts().isDefault()) {
      badges.add(
          new Mark(texts.get("tree.badge.default"), MaterialDesignH.HOME_OUTLINE, Tone.MUTED));
    }
    if (branch.spec().isProtected()) {
      badges.add(
          new Mark(
              texts.get("tree.badge.protected"),
              MaterialDesignS.SHIELD_CHECK_OUTLINE,
              Tone.ACCENT));
    }
    Mark state = branchState(branch);
    if (state == null && !row.expires().isEmpty()) {
      state = new Mark(row.expires(), null, Tone.WARNING);
    }
    return resource(row, Icons.of(row.ref()), "", badges, state);
  }

  private @Nullable Mark branchState(Branch branch) {
    if (branch.metadata().isDeleted()) {
      return deleted();
    }
    BranchState pending = branch.facts().pendingState();
    BranchState state = pending == null ? branch.facts().state() : pending;
    if (state.equals(BranchState.READY)) {
      return pending == null ? null : moving(words.starting());
    }
    String word = words.of(state);
    if (state.equals(BranchState.DELETED)) {
      return deleted();
    }
    return state.equals(BranchState.ARCHIVED)
        ? new Mark(word, MaterialDesignA.ARCHIVE_OUTLINE, Tone.MUTED)
        : moving(word);
  }

  private RowLook endpoint(TreeRow.OfEndpoint row) {
    Endpoint endpoint = row.resource();
    SizeRange size = endpoint.spec().size();
    String access = texts.get(endpoint.isReadWrite() ? "tree.readWrite" : "tree.readOnly");
    String detail = size == null ? access : access + " " + context.formats().size(size);
    return resource(row, Icons.of(row.ref()), detail, List.of(), endpointState(endpoint));
  }

  private Mark endpointState(Endpoint endpoint) {
    EndpointState state = endpoint.facts().state();
    Optional<String> pending = words.pending(endpoint);
    if (pending.isPresent()) {
      return moving(pending.get());
    }
    String word = words.of(endpoint);
    if (endpoint.spec().disabled()) {
      return new Mark(word, MaterialDesignP.POWER, Tone.MUTED);
    }
    return switch (state.value()) {
      case "ACTIVE" -> new Mark(word, MaterialDesignC.CIRCLE, Tone.SUCCESS);
      case "IDLE" -> new Mark(word, MaterialDesignW.WEATHER_NIGHT, Tone.MUTED);
      case "INIT" -> moving(word);
      case "DEGRADED" -> new Mark(word, MaterialDesignA.ALERT_OUTLINE, Tone.WARNING);
      default -> new Mark(word, MaterialDesignH.HELP_CIRCLE_OUTLINE, Tone.MUTED);
    };
  }

  private RowLook resource(
      TreeRow.OfResource row, Ikon icon, String detail, List<Mark> badges, @Nullable Mark state) {
    Mark shown = state;
    if (row.marks().gone()) {
      shown = new Mark(texts.get("tree.gone"), MaterialDesignD.DELETE_OUTLINE, Tone.DANGER);
    } else if (row.marks().busy() != null) {
      shown = moving(texts.of("tree.busy", Objects.requireNonNull(row.marks().busy())));
    }
    String name = name(row);
    boolean faded = row.resource().metadata().isDeleted();
    RowLook.Style style =
        row.marks().gone()
            ? RowLook.Style.GONE
            : faded ? RowLook.Style.DELETED : RowLook.Style.PLAIN;
    String kind = texts.of("kind", row.resource().name().kind());
    return new RowLook(
        icon,
        name,
        detail,
        badges,
        shown,
        spoken(
            name,
            kind,
            Stream.of(words(shown), detail, badges.stream().map(Mark::word).collect(COMMAS))
                .filter(word -> !word.isEmpty())
                .collect(COMMAS)),
        style);
  }

  private RowLook note(TreeRow.Note row) {
    return switch (row.kind()) {
      case LOADING -> note(texts.get("tree.loading"), null);
      case EMPTY -> note(texts.get("tree.empty." + row.of().name()), null);
      case FAILED -> {
        Mark retry =
            new Mark(texts.get("tree.retry"), MaterialDesignA.ALERT_CIRCLE_OUTLINE, Tone.DANGER);
        yield note(texts.get("tree.failed." + reason(row.failure())), retry);
      }
    };
  }

  private static RowLook note(String text, @Nullable Mark state) {
    return new RowLook(
        null, text, "", List.of(), state, spoken(text, words(state), ""), RowLook.Style.NOTE);
  }

  private static String reason(@Nullable ApiFailure failure) {
    return switch (failure) {
      case ApiFailure.Unauthorized _ -> "SIGN_IN";
      case ApiFailure.Forbidden _ -> "PERMISSION";
      case ApiFailure.NotFound _ -> "NOT_FOUND";
      case ApiFailure.RateLimited _ -> "LIMIT";
      case ApiFailure.Network _ -> "NETWORK";
      case null, default -> "SERVER";
    };
  }

  private Mark deleted() {
    return new Mark(words.deleted(), MaterialDesignD.DELETE_CLOCK_OUTLINE, Tone.DANGER);
  }

  private static Mark moving(String word) {
    return new Mark(word, MaterialDesignP.PROGRESS_CLOCK, Tone.ACCENT);
  }

  private static String words(@Nullable Mark mark) {
    return mark == null ? "" : mark.word();
  }

  private static String spoken(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(COMMAS);
  }
}
