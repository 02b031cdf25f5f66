/**
 * Dialogs inside the window: the host that shows them, the frame that all of them share, the
 * question before something that cannot be taken back, and the dialog that edits a resource.
 */
@NullMarked
package lakebase.ui.dialog;

import org.jspecify.annotations.NullMarked;
