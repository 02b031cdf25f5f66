package lakebase.ui.workspace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lakebase.auth.Discovery;
import lakebase.auth.Offer;
import lakebase.model.SignIn;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import lakebase.task.Outcome;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHost;

/** The dialogs that add and edit a workspace. On the FX thread. */
public final class AddWorkspaceDialogs {

  private final UiContext context;
  private final DialogHost host;
  private final WorkspaceTools tools;

  /** Dialogs shown by that host. */
  public AddWorkspaceDialogs(UiContext context, DialogHost host, WorkspaceTools tools) {
    this.context = context;
    this.host = host;
    this.tools = tools;
  }

  /**
   * Looks at what this machine offers, and opens the dialog that adds a workspace.
   *
   * @param taken the colours of the workspaces that there are
   */
  public void add(Set<WorkspaceColour> taken) {
    EnumSet<WorkspaceColour> free = EnumSet.allOf(WorkspaceColour.class);
    free.removeAll(taken);
    WorkspaceColour colour = free.isEmpty() ? WorkspaceColour.BLUE : free.iterator().next();
    WorkspaceId id = new WorkspaceId(UUID.randomUUID().toString());
    discover(found -> {
      List<Offer> offers = found.offers();
      WorkspaceForm form = new WorkspaceForm(context, id, offers.getFirst(), colour, null);
      new WorkspaceDialog(context, host, tools, form, offers, null).open();
    });
  }

  /** Opens the dialog that edits how a workspace is reached, called and marked. */
  public void edit(WorkspaceSettings before) {
    discover(found -> {
      List<Offer> offers = new ArrayList<>(found.offers());
      Offer now = now(before, offers);
      WorkspaceForm form = new WorkspaceForm(context, before.id(), now, before.colour(), before);
      new WorkspaceDialog(context, host, tools, form, offers, before).open();
    });
  }

  /** The way that is in use; put first where this machine does not offer it any more. */
  private static Offer now(WorkspaceSettings before, List<Offer> offers) {
    for (int i = 0; i < offers.size(); i++) {
      Offer offer = offers.get(i);
      boolean same =
          offer.signIn().equals(before.signIn())
              || (offer.signIn() instanceof SignIn.ServicePrincipal
                  && before.signIn() instanceof SignIn.ServicePrincipal);
      if (same) {
        Offer kept = new Offer(before.signIn(), offer.host(), offer.kind(), offer.source());
        offers.set(i, kept);
        return kept;
      }
    }
    Offer lost = new Offer(before.signIn(), before.host(), Offer.Kind.UNKNOWN, "");
    offers.addFirst(lost);
    return lost;
  }

  private void discover(java.util.function.Consumer<Discovery> then) {
    context
        .runner()
        .run(
            tools.discovery()::get,
            outcome -> {
              if (outcome instanceof Outcome.Success<Discovery>(Discovery found)) {
                then.accept(found);
              }
            });
  }
}
