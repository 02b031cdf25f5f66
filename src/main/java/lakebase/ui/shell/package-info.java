/** The main window: it composes the features, which do not know each other. */
@NullMarked
package lakebase.ui.shell;

import org.jspecify.annotations.NullMarked;
