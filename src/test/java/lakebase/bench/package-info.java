/** Measures the console with a large inventory: {@code mvn -Dbench verify}. */
@NullMarked
package lakebase.bench;

import org.jspecify.annotations.NullMarked;
