/** Tests of the front door, with a real server behind it where there is one. */
@NullMarked
package lakebase.local.proxy;

import org.jspecify.annotations.NullMarked;
