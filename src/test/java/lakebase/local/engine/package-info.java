@NullMarked
package lakebase.local.engine;

import org.jspecify.annotations.NullMarked;
