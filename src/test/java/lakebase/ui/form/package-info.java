@NullMarked
package lakebase.ui.form;

import org.jspecify.annotations.NullMarked;
