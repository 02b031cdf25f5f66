/** Actions as code: written, run, and compared with what the console does. */
@NullMarked
package lakebase.code;

import org.jspecify.annotations.NullMarked;
