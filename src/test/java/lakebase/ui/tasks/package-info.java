/** Tests of the background tasks panel. */
@NullMarked
package lakebase.ui.tasks;

import org.jspecify.annotations.NullMarked;
