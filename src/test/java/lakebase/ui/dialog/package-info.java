@NullMarked
package lakebase.ui.dialog;

import org.jspecify.annotations.NullMarked;
