/** The search over everything that is known. */
@NullMarked
package lakebase.ui.search;

import org.jspecify.annotations.NullMarked;
