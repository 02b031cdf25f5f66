@NullMarked
package lakebase.ui.delete;

import org.jspecify.annotations.NullMarked;
