package lakebase.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import lakebase.model.SignIn;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceColour;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Workspaces in words, shapes and colours: the same wherever one is shown. */
public final class WorkspaceWords {

  private final Texts texts;
  private final Formats formats;
  private final Clock clock;

  /** In the language of those texts. */
  public WorkspaceWords(Texts texts, Formats formats, Clock clock) {
    this.texts = texts;
    this.formats = formats;
    this.clock = clock;
  }

  /** In the words of that context. */
  public static WorkspaceWords of(UiContext context) {
    return new WorkspaceWords(context.texts(), context.formats(), context.clock());
  }

  /** How it stands: {@code signed in as ada · token 42 min left}, {@code offline since 09:14}. */
  public String status(Workspace workspace) {
    Standing standing = Standing.of(workspace);
    return switch (workspace.connection()) {
      case Connection.Connected(var user) when standing == Standing.SIGNED_IN -> {
        String who = texts.get("access.SIGNED_IN", user.userName());
        String left = tokenLeft(workspace);
        yield left.isEmpty() ? who : texts.get("access.token", who, left);
      }
      case Connection.Lost(var _, var since) when standing == Standing.OFFLINE ->
          texts.get("access.OFFLINE", formats.moment(since));
      default -> texts.of("access", standing);
    };
  }

  /** How long its token is good: {@code 42 min}; empty when it does not end. */
  public String tokenLeft(Workspace workspace) {
    Instant expires = workspace.tokenExpires();
    if (expires == null || !(workspace.connection() instanceof Connection.Connected)) {
      return "";
    }
    Duration left = Duration.between(clock.instant(), expires);
    return formats.rough(left.isNegative() ? Duration.ZERO : left);
  }

  /** Since when what is shown is not newer: {@code as of 09:14}; empty when it was never read. */
  public String asOf(Workspace workspace) {
    Instant asOf = workspace.asOf();
    return asOf == null ? "" : texts.get("access.asOf", formats.moment(asOf));
  }

  /** How one is signed in: {@code profile PROD}, {@code browser}. */
  public String how(SignIn signIn) {
    return switch (signIn) {
      case SignIn.Embedded _ -> texts.get("access.how.embedded");
      case SignIn.Profile(var name) -> texts.get("access.how.profile", name);
      case SignIn.Environment _ -> texts.get("access.how.environment");
      case SignIn.Browser _ -> texts.get("access.how.browser");
      case SignIn.ServicePrincipal(var clientId) ->
          texts.get("access.how.servicePrincipal", clientId);
      case SignIn.AccessToken _ -> texts.get("access.how.accessToken");
      case SignIn.AzureCli _ -> texts.get("access.how.azureCli");
      case SignIn.DatabricksCli _ -> texts.get("access.how.databricksCli");
    };
  }

  /** The shape of a workspace: this machine, or elsewhere. */
  public static Ikon icon(Workspace workspace) {
    return isLocal(workspace) ? MaterialDesignL.LAPTOP : MaterialDesignC.CLOUD_OUTLINE;
  }

  /** The shape of how it stands. */
  public static Ikon icon(Standing standing) {
    return switch (standing) {
      case CONNECTING, SIGNING_IN -> MaterialDesignP.PROGRESS_CLOCK;
      case SIGNED_IN -> MaterialDesignC.CHECK_CIRCLE;
      case OFFLINE -> MaterialDesignC.CLOUD_OFF_OUTLINE;
      case NOT_PERMITTED -> MaterialDesignA.ALERT_CIRCLE;
      case SIGNED_OUT -> MaterialDesignA.ACCOUNT_OFF_OUTLINE;
    };
  }

  /** The shape of the lock against changes. */
  public static Ikon lock() {
    return MaterialDesignL.LOCK_OUTLINE;
  }

  /** The style class of that colour. */
  public static String styleClass(WorkspaceColour colour) {
    return "workspace-" + colour.name().toLowerCase(Locale.ROOT);
  }

  /** Whether it needs no sign-in. */
  public static boolean isLocal(Workspace workspace) {
    return workspace.settings().signIn() instanceof SignIn.Embedded;
  }
}
