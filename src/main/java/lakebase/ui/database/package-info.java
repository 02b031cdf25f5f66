/** The dialogs that create and edit Postgres databases of a branch. */
@NullMarked
package lakebase.ui.database;

import org.jspecify.annotations.NullMarked;
