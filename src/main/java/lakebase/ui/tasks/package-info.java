/**
 * The background tasks: a row for everything that was asked for and takes its time, and one message
 * when it ends.
 */
@NullMarked
package lakebase.ui.tasks;

import org.jspecify.annotations.NullMarked;
