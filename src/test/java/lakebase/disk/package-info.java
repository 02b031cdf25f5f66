/** Tests of the files that the console keeps. */
@NullMarked
package lakebase.disk;

import org.jspecify.annotations.NullMarked;
