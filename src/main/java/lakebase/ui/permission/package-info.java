/** The dialog that says who may use or manage a project. */
@NullMarked
package lakebase.ui.permission;

import org.jspecify.annotations.NullMarked;
