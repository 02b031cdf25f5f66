/** The local workspace's HTTP server: routes, sign-in, error bodies. Decides nothing of its own. */
@NullMarked
package lakebase.local.http;

import org.jspecify.annotations.NullMarked;
