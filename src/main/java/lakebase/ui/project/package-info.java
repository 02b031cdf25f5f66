/** The screens of a project: its page, and the dialogs that create and edit it. */
@NullMarked
package lakebase.ui.project;

import org.jspecify.annotations.NullMarked;
