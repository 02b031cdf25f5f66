/** The application: its entry point, its composition root and where it keeps its files. */
@NullMarked
package lakebase;

import org.jspecify.annotations.NullMarked;
