package lakebase.ui.shell;

import java.time.Clock;
import lakebase.state.Store;
import lakebase.task.Changes;
import lakebase.task.Inventories;
import lakebase.task.Roster;
import lakebase.task.TaskRunner;
import lakebase.task.Workspaces;

/**
 * What the window is built on, whatever its language.
 *
 * @param store what the console knows
 * @param changes the one way to change something
 * @param inventories reads the service again
 * @param runner runs other calls
 * @param workspaces the clients that those calls are made with
 * @param roster which workspaces there are
 * @param clock the time, in the zone that times are told in
 */
public record Services(
    Store store,
    Changes changes,
    Inventories inventories,
    TaskRunner runner,
    Workspaces workspaces,
    Roster roster,
    Clock clock) {}
