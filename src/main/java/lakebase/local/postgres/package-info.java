/**
 * The local workspace's data plane: PostgreSQL itself. A compute is a server, a branch a data
 * directory, a branch of a branch a copy, a replica a streaming standby. {@link
 * lakebase.local.postgres.LocalPostgres} is what the control plane sees of it.
 */
@NullMarked
package lakebase.local.postgres;

import org.jspecify.annotations.NullMarked;
