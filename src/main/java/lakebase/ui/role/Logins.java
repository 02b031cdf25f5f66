package lakebase.ui.role;

import lakebase.model.BranchName;
import lakebase.state.WorkspaceId;
import lakebase.ui.UiContext;

/** What is known of how roles log in. */
final class Logins {

  private Logins() {}

  /** Whether the branch's project accepts passwords of Postgres, as far as known. */
  static boolean areNative(UiContext context, WorkspaceId workspace, BranchName branch) {
    return context
        .store()
        .state()
        .workspace(workspace)
        .flatMap(found -> found.inventory().project(branch.project()))
        .map(entry -> entry.project().spec().pgNativeLogin())
        .orElse(false);
  }

  /** The statement that sets a password; what stands in it for the password is to be replaced. */
  static String statement(String postgresRole, String password) {
    return "ALTER ROLE \"" + postgresRole.replace("\"", "\"\"") + "\" PASSWORD '" + password + "';";
  }
}
