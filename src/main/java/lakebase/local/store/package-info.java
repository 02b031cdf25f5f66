/**
 * Where the local workspace keeps its state: ordered maps of JSON texts in one file, changed by
 * atomic, durable commits. Knows nothing of what the texts say.
 */
@NullMarked
package lakebase.local.store;

import org.jspecify.annotations.NullMarked;
