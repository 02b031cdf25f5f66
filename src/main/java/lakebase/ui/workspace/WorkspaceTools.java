package lakebase.ui.workspace;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lakebase.auth.Discovery;
import lakebase.auth.SecretKeeper;
import lakebase.auth.SignIns;
import lakebase.auth.Way;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;

/**
 * What adding and editing workspaces needs beyond other dialogs.
 *
 * @param discovery looks at what this machine offers; blocks
 * @param signIns opens sessions with the secrets of that keeper, so that an account can be tried
 *     before it is kept
 * @param way goes to a workspace step by step; blocks
 * @param secrets where secrets are kept in the end; blocks
 * @param add takes the workspace that is to be added
 * @param change takes the settings that a workspace shall have from now on
 * @param signIn signs in to a workspace anew, because its secret is another
 */
public record WorkspaceTools(
    Supplier<Discovery> discovery,
    Function<SecretKeeper, SignIns> signIns,
    Way way,
    SecretKeeper secrets,
    Consumer<WorkspaceSettings> add,
    Consumer<WorkspaceSettings> change,
    Consumer<WorkspaceId> signIn) {}
