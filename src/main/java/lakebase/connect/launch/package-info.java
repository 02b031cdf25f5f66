/**
 * Other programs of this machine, opened on a compute. A secret reaches them through their
 * environment or a file for its owner alone that is removed, and never through their arguments.
 */
@NullMarked
package lakebase.connect.launch;

import org.jspecify.annotations.NullMarked;
