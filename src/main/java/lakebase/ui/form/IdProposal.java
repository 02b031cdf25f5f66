package lakebase.ui.form;

import lakebase.model.ResourceId;

/** Proposes an id from a display name for as long as nobody has edited the id. */
public final class IdProposal {

  private final FormField<String> id;
  private String last = "";

  private IdProposal(FormField<String> id) {
    this.id = id;
  }

  /** Keeps the id proposed from that name. */
  public static void link(FormField<String> displayName, FormField<String> id) {
    IdProposal proposal = new IdProposal(id);
    displayName.valueProperty().subscribe(proposal::propose);
  }

  private void propose(String displayName) {
    if (id.get().equals(last)) {
      last = ResourceId.propose(displayName);
      id.set(last);
    }
  }
}
