/** The dialogs that create and edit Postgres roles of a branch. */
@NullMarked
package lakebase.ui.role;

import org.jspecify.annotations.NullMarked;
