/** Database credentials: generated, shown masked, copied, and gone. */
@NullMarked
package lakebase.ui.credential;

import org.jspecify.annotations.NullMarked;
