@NullMarked
package lakebase.ui.workspace;

import org.jspecify.annotations.NullMarked;
