/**
 * Connecting to a compute: where and as whom ({@link lakebase.connect.Target}), the texts that
 * other programs connect by, a test of a connection step by step. Knows no window.
 */
@NullMarked
package lakebase.connect;

import org.jspecify.annotations.NullMarked;
