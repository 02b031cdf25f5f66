/** The screens of a branch: its page, and the dialogs that create and edit it. */
@NullMarked
package lakebase.ui.branch;

import org.jspecify.annotations.NullMarked;
