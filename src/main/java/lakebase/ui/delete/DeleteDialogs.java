package lakebase.ui.delete;

import lakebase.model.Resource;
import lakebase.state.Ref;
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
    context
        .store()
        .state()
        .workspace(ref.workspace())
        .flatMap(workspace -> Surroundings.known(workspace, ref.name()))
        .ifPresentOrElse(known -> show(ref, found, known), () -> read(ref, found));
  }

  private void read(Ref.OfResource ref, Resource found) {
    if (looking) {
      return;
    }
    looking = true;
    context
        .runner()
        .run(
            () -> Surroundings.read(context.workspaces().api(ref.workspace()), ref.name()),
            outcome -> {
              looking = false;
              show(
                  ref,
                  found,
                  switch (outcome) {
                    case Outcome.Success<Surroundings>(Surroundings read) -> read;
                    case Outcome.Failure<Surroundings> _ -> Surroundings.UNKNOWN;
                  });
            });
  }

  private void show(Ref.OfResource ref, Resource found, Surroundings around) {
    switch (model.judge(found, around)) {
      case Verdict.Refused refused -> new RefusalDialog(context, host, ref, refused).open();
      case Verdict.Allowed allowed -> new DeleteDialog(context, host, ref, found, allowed).open();
    }
  }
}
