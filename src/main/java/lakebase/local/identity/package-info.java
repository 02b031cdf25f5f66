/** Who the local workspace's callers are, and the tokens and keys by which it knows them. */
@NullMarked
package lakebase.local.identity;

import org.jspecify.annotations.NullMarked;
