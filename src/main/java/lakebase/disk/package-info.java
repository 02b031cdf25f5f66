/**
 * What the console keeps between runs, as JSON: in its configuration directory settings,
 * workspaces, the names of operations that run, and how long they usually take; in its cache the
 * last known inventories. Never a secret. A file that is missing or broken means a fresh start, not
 * a failure.
 */
@NullMarked
package lakebase.disk;

import org.jspecify.annotations.NullMarked;
