package lakebase.ui.detail;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.ui.Intents;
import lakebase.ui.Standing;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceWords;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What can be done with a workspace itself: the same on its chip, its row and its page. */
public final class WorkspaceCommands {

  private WorkspaceCommands() {}

  /** Sign in or out, lock or unlock, edit, remove. */
  public static List<Command> of(UiContext context, Workspace workspace) {
    Texts texts = context.texts();
    Intents intents = context.intents();
    WorkspaceId id = workspace.id();
    boolean local = WorkspaceWords.isLocal(workspace);
    List<Command> commands = new ArrayList<>();
    if (!local) {
      commands.add(signing(context, workspace));
    }
    commands.add(
        workspace.isReadOnly()
            ? Command.of(
                "workspace-unlock",
                texts.get("workspace.unlock"),
                MaterialDesignL.LOCK_OPEN_OUTLINE,
                () -> intents.setReadOnly(id, false))
            : Command.of(
                "workspace-lock",
                texts.get("workspace.lock"),
                WorkspaceWords.lock(),
                () -> intents.setReadOnly(id, true)));
    commands.add(
        Command.of(
                "workspace-edit",
                texts.get("workspace.edit"),
                MaterialDesignP.PENCIL_OUTLINE,
                () -> intents.editWorkspace(id))
            .unless(local ? texts.get("workspace.remove.local") : ""));
    commands.add(
        Command.of(
                "workspace-remove",
                texts.get("workspace.remove"),
                MaterialDesignT.TRASH_CAN_OUTLINE,
                () -> intents.removeWorkspace(id))
            .unless(local ? texts.get("workspace.remove.local") : ""));
    return commands;
  }

  /** The one thing to do about how it stands; signed in, to sign out. */
  public static Command signing(UiContext context, Workspace workspace) {
    Texts texts = context.texts();
    Intents intents = context.intents();
    WorkspaceId id = workspace.id();
    return switch (Standing.of(workspace)) {
      case SIGNING_IN ->
          Command.of(
              "workspace-cancel-sign-in",
              texts.get("workspace.cancelSignIn"),
              MaterialDesignC.CLOSE,
              () -> intents.cancelSignIn(id));
      case SIGNED_OUT, NOT_PERMITTED ->
          Command.of(
              "workspace-sign-in",
              texts.get("workspace.signIn"),
              MaterialDesignA.ACCOUNT_KEY_OUTLINE,
              () -> intents.signIn(id));
      case CONNECTING, SIGNED_IN, OFFLINE ->
          Command.of(
              "workspace-sign-out",
              texts.get("workspace.signOut"),
              MaterialDesignA.ACCOUNT_OFF_OUTLINE,
              () -> intents.signOut(id));
    };
  }

  /** The same as items of a menu; one that cannot be chosen says why. */
  public static List<MenuItem> items(UiContext context, Workspace workspace) {
    return of(context, workspace).stream().map(HeaderView::item).toList();
  }
}
