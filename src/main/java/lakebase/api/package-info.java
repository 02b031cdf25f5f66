/**
 * The client of the Postgres API: one blocking, interruptible method per API operation, retries,
 * paging, errors and the journal of requests. Knows HTTP; knows no JavaFX.
 */
@NullMarked
package lakebase.api;

import org.jspecify.annotations.NullMarked;
