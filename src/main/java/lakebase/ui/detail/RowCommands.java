package lakebase.ui.detail;

import java.util.List;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.ui.Intents;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What can be done with a resource in a table. */
public final class RowCommands {

  private RowCommands() {}

  /** Edit, copy the name, delete: for what has no page of its own. */
  public static List<Command> withoutPage(UiContext context, Ref.OfResource ref) {
    return of(context, ref).stream().filter(command -> !command.id().equals("row-open")).toList();
  }

  /** Open, edit, copy the name, delete; what changes it rests while a task does. */
  public static List<Command> of(UiContext context, Ref.OfResource ref) {
    Intents intents = context.intents();
    String busy = obstacle(context, ref);
    return List.of(
        Command.of(
                "row-open",
                context.texts().get("detail.open"),
                MaterialDesignA.ARROW_RIGHT,
                () -> intents.select(ref))
            .withKey("Enter"),
        Command.of(
                "row-edit",
                context.texts().get("detail.edit"),
                MaterialDesignP.PENCIL_OUTLINE,
                () -> intents.edit(ref))
            .withKey("F2")
            .unless(busy),
        copy(context, ref),
        Command.of(
                "row-delete",
                context.texts().get("detail.delete"),
                MaterialDesignD.DELETE_OUTLINE,
                () -> intents.delete(ref))
            .withKey("Del")
            .unless(busy));
  }

  private static String obstacle(UiContext context, Ref.OfResource ref) {
    AppState state = context.store().state();
    if (state.workspace(ref.workspace()).map(Workspace::isReadOnly).orElse(false)) {
      return context.texts().get("detail.obstacle.locked");
    }
    return state.isBusy(ref) ? context.texts().get("detail.busy") : "";
  }

  private static Command copy(UiContext context, Ref.OfResource ref) {
    return Command.of(
            "row-copy",
            context.texts().get("detail.copyName"),
            MaterialDesignC.CONTENT_COPY,
            () -> context.intents().copy(ref.name().toString()))
        .withKey("Ctrl+C");
  }
}
