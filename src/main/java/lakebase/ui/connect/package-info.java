/** Connecting from the console: a test, other programs, and local connect ports. */
@NullMarked
package lakebase.ui.connect;

import org.jspecify.annotations.NullMarked;
