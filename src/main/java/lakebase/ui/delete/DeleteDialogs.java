package lakebase.ui.delete;

import java.util.function.Consumer;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.Resource;
import lakebase.model.Role;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.task.Call;
import lakebase.task.Outcome;
import lakebase.task.ResourceReader;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.KnownOrRead;

/** Deletes and brings back, after the consequences have been read. On the FX thread. */
public final class DeleteDialogs {

  private final UiContext context;
  private final DialogHost host;
  private final DeleteModel model;
  private boolean looking;

  /** Dialogs shown by that host. */
  public DeleteDialogs(UiContext context, DialogHost host) {
    this.context = context;
    this.host = host;
    this.model = new DeleteModel(context);
  }

  /** Opens the dialog that deletes this, or explains why it cannot be deleted. */
  public void delete(Ref.OfResource ref) {
    KnownOrRead.then(
        context,
        host,
        ref,
        Resource.class,
        api -> ResourceReader.get(api, ref.name()),
        found -> look(ref, found));
  }

  /** Opens the dialog that brings a soft-deleted project or branch back. */
  public void undelete(Ref.OfResource ref) {
    KnownOrRead.then(
        context,
        host,
        ref,
        Resource.class,
        api -> ResourceReader.get(api, ref.name()),
        found -> new UndeleteDialog(context, host, ref, found).open());
  }

  private void look(Ref.OfResource ref, Resource found) {
    switch (found) {
      case Role role -> lookAtContents(ref, role);
      case Database _ -> show(ref, found, Surroundings.UNKNOWN);
      default -> lookAround(ref, found);
    }
  }

  /** What a role owns decides what comes of its deletion. */
  private void lookAtContents(Ref.OfResource ref, Role role) {
    BranchName branch = role.name().branch();
    context
        .store()
        .state()
        .workspace(ref.workspace())
        .flatMap(workspace -> Contents.known(workspace, branch))
        .ifPresentOrElse(
            known -> show(ref, role, model.role(role, known, me(ref))),
            () ->
                read(
                    () -> Contents.read(context.workspaces().api(ref.workspace()), branch),
                    Contents.UNKNOWN,
                    read -> show(ref, role, model.role(role, read, me(ref)))));
  }

  /** The name of the role that the person's own identity has in Postgres. */
  private String me(Ref.OfResource ref) {
    return context
        .store()
        .state()
        .workspace(ref.workspace())
        .map(found ->
            found.connection() instanceof Workspace.Connection.Connected(var user)
                ? user.userName()
                : "")
        .orElse("");
  }

  private void lookAround(Ref.OfResource ref, Resource found) {
    context
        .store()
        .state()
        .workspace(ref.workspace())
        .flatMap(workspace -> Surroundings.known(workspace, ref.name()))
        .ifPresentOrElse(
            known -> show(ref, found, known),
            () ->
                read(
                    () -> Surroundings.read(context.workspaces().api(ref.workspace()), ref.name()),
                    Surroundings.UNKNOWN,
                    read -> show(ref, found, read)));
  }

  /** Reads once at a time; what cannot be read is unknown. */
  private <T> void read(Call<T> call, T unknown, Consumer<T> next) {
    if (looking) {
      return;
    }
    looking = true;
    context
        .runner()
        .run(
            call,
            outcome -> {
              looking = false;
              next.accept(
                  switch (outcome) {
                    case Outcome.Success<T>(T read) -> read;
                    case Outcome.Failure<T> _ -> unknown;
                  });
            });
  }

  private void show(Ref.OfResource ref, Resource found, Surroundings around) {
    show(ref, found, model.judge(found, around));
  }

  private void show(Ref.OfResource ref, Resource found, Verdict verdict) {
    switch (verdict) {
      case Verdict.Refused refused -> new RefusalDialog(context, host, ref, refused).open();
      case Verdict.Allowed allowed -> new DeleteDialog(context, host, ref, found, allowed).open();
    }
  }
}
