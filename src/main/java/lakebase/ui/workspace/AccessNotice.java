package lakebase.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import lakebase.model.ApiFailure;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.ui.Asked;
import lakebase.ui.FailureText;
import lakebase.ui.Secrets;
import lakebase.ui.Standing;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceWords;
import lakebase.ui.detail.Command;
import lakebase.ui.detail.Notice;
import lakebase.ui.detail.Tone;
import lakebase.ui.detail.WorkspaceCommands;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * The one card about a workspace that cannot be used as it should: how it stands and why, who, at
 * which host, signed in how, and one button.
 */
final class AccessNotice {

  private final UiContext context;
  private final WorkspaceWords words;

  AccessNotice(UiContext context) {
    this.context = context;
    this.words = WorkspaceWords.of(context);
  }

  /** Whether there is anything to say. */
  static boolean isNeeded(Workspace workspace) {
    if (WorkspaceWords.isLocal(workspace)) {
      // Without anything to show, its page is the failure itself.
      return workspace.connection() instanceof Connection.Lost
          && !workspace.inventory().projects().items().isEmpty();
    }
    Standing standing = Standing.of(workspace);
    return !standing.isFine() || standing == Standing.SIGNING_IN;
  }

  /** What there is to say. */
  Notice of(Workspace workspace) {
    Standing standing = Standing.of(workspace);
    List<String> lines = new ArrayList<>();
    boolean local = WorkspaceWords.isLocal(workspace);
    String notice =
        local
            ? context.texts().get("workspace.notice.local")
            : context.texts().of("workspace.notice", standing);
    String why = standing == Standing.SIGNING_IN ? "" : why(workspace);
    lines.add(why.isEmpty() ? notice : context.texts().get("workspace.notice.why", notice, why));
    if (!local) {
      lines.add(account(workspace));
    }
    String asOf = words.asOf(workspace);
    if (!asOf.isEmpty() && workspace.connection().isAway()) {
      lines.add(context.texts().get("workspace.notice.shown", asOf));
    }
    Tone tone = standing == Standing.SIGNING_IN ? Tone.ACCENT : Tone.WARNING;
    return new Notice("notice-access", tone, String.join("\n", lines), action(workspace));
  }

  private Command action(Workspace workspace) {
    return Standing.of(workspace) == Standing.OFFLINE
        ? Command.of(
            "workspace-retry",
            context.texts().get("failure.retry"),
            MaterialDesignR.REFRESH,
            () -> context.intents().refresh(Ref.of(workspace.id())))
        : WorkspaceCommands.signing(context, workspace);
  }

  /** Who, where, how, since when. */
  private String account(Workspace workspace) {
    List<String> parts = new ArrayList<>();
    if (!workspace.lastUser().isEmpty()) {
      parts.add(workspace.lastUser());
    }
    parts.add(workspace.settings().host());
    parts.add(words.how(workspace.settings().signIn()));
    if (workspace.connection() instanceof Connection.Lost(var _, var since)) {
      parts.add(context.texts().get("workspace.notice.since", context.formats().moment(since)));
    }
    return String.join(" · ", parts);
  }

  private String why(Workspace workspace) {
    ApiFailure failure = failure(workspace);
    if (failure == null) {
      return "";
    }
    String known = "workspace.why." + failure.details().error().errorCode();
    if (context.texts().has(known)) {
      return context.texts().get(known);
    }
    Asked asked = Asked.list(context.texts(), workspace.name());
    FailureText said =
        FailureText.of(
            context.texts(), context.formats(), failure, asked, context.clock().instant());
    String detail = Secrets.remove(failure.details().error().message());
    boolean generic = said.reason().equals(context.texts().of("failure.reason", said.kind()));
    // The notice itself says what kind of failure it is; the service, or our own words, why.
    return generic && !detail.isBlank() ? detail : said.reason();
  }

  private static @Nullable ApiFailure failure(Workspace workspace) {
    if (workspace.connection() instanceof Connection.Lost(var failure, var _)) {
      return failure;
    }
    return workspace.inventory().projects().load() instanceof LoadState.Failed(var failure, var _)
        ? failure
        : null;
  }
}
