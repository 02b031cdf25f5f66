package lakebase.ui;

import java.time.Clock;
import lakebase.state.Store;
import lakebase.task.Changes;
import lakebase.task.Inventories;
import lakebase.task.TaskRunner;
import lakebase.task.Workspaces;

/**
 * What a screen is built from.
 *
 * @param store what the console knows
 * @param texts the texts of the chosen language
 * @param formats dates, sizes and the like in the chosen language
 * @param intents what a person can ask for
 * @param changes the one way to change something
 * @param inventories reads the service again
 * @param runner runs other calls
 * @param workspaces the clients that those calls are made with
 * @param clock the time
 */
public record UiContext(
    Store store,
    Texts texts,
    Formats formats,
    Intents intents,
    Changes changes,
    Inventories inventories,
    TaskRunner runner,
    Workspaces workspaces,
    Clock clock) {}
