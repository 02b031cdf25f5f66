package lakebase.task;

import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;

/**
 * Which workspaces this console has, and whether one is signed in to them. Methods are called on
 * the FX thread and return at once; what comes of them is in the store. Settings are kept for the
 * next start.
 */
public interface Roster {

  /** Adds the workspace at the end and connects to it; does nothing when its id is known. */
  void add(WorkspaceSettings settings);

  /**
   * The workspace of that id is set so from now on. Another address, way to sign in or certificates
   * end its session and connect anew; at another address nothing of it is known any more.
   */
  void change(WorkspaceSettings settings);

  /**
   * Takes the workspace out of this console, with what it keeps of it: sign-in and inventory.
   * Nothing is deleted at the service. The local workspace stays.
   */
  void remove(WorkspaceId id);

  /** Locks it against changes, or unlocks it. */
  void setReadOnly(WorkspaceId id, boolean readOnly);

  /** Signs in anew; what fails is its connection afterwards. */
  void signIn(WorkspaceId id);

  /** Ends a sign-in that is under way. */
  void cancelSignIn(WorkspaceId id);

  /** Forgets the sign-in; what is known of the workspace can still be looked at. */
  void signOut(WorkspaceId id);
}
