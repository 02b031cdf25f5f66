/** Tests of who may come in. */
@NullMarked
package lakebase.local.identity;

import org.jspecify.annotations.NullMarked;
