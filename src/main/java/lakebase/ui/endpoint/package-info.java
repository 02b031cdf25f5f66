/** The screens of a compute: its page, and the dialogs that create and edit it. */
@NullMarked
package lakebase.ui.endpoint;

import org.jspecify.annotations.NullMarked;
