/** The dialogs that delete and bring back, or explain why something cannot be deleted. */
@NullMarked
package lakebase.ui.delete;

import org.jspecify.annotations.NullMarked;
