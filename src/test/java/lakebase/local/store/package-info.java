@NullMarked
package lakebase.local.store;

import org.jspecify.annotations.NullMarked;
