/** Tests of the whole house: its layers, its sizes, its gates, its start. */
@NullMarked
package lakebase;

import org.jspecify.annotations.NullMarked;
