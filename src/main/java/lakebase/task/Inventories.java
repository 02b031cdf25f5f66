package lakebase.task;

import lakebase.state.Ref;

/**
 * Reads the workspaces' inventories into the store. Methods are called on the FX thread, return at
 * once, and do nothing while the same is already under way.
 */
public interface Inventories {

  /** Connects to the workspace and reads everything in it, first what is seen first. */
  void load(Ref.OfWorkspace workspace);

  /** Reads what is directly in this, now and ahead of everything else, unless it is known. */
  void open(Ref ref);

  /** Reads this and everything that is known below it again. */
  void refresh(Ref ref);

  /** Reads again who may use or manage a project. */
  void readAccess(Ref.OfResource project);

  /** Reads the roles and databases of a branch again. */
  void readContents(Ref.OfResource branch);
}
