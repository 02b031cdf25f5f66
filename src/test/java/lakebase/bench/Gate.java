package lakebase.bench;

import lakebase.state.Ref;
import lakebase.task.Inventories;

/** Reads nothing until it is opened, so that a window can be shown before the clock starts. */
final class Gate implements Inventories {

  private final Inventories inventories;
  private boolean opened;

  Gate(Inventories inventories) {
    this.inventories = inventories;
  }

  /** From now on everything is passed on. */
  void openUp() {
    opened = true;
  }

  @Override
  public void load(Ref.OfWorkspace workspace) {
    if (opened) {
      inventories.load(workspace);
    }
  }

  @Override
  public void open(Ref ref) {
    if (opened) {
      inventories.open(ref);
    }
  }

  @Override
  public void refresh(Ref ref) {
    if (opened) {
      inventories.refresh(ref);
    }
  }

  @Override
  public void readAccess(Ref.OfResource project) {
    if (opened) {
      inventories.readAccess(project);
    }
  }

  @Override
  public void readContents(Ref.OfResource branch) {
    if (opened) {
      inventories.readContents(branch);
    }
  }
}
