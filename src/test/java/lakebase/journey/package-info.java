/** The real console on a real local workspace, used as a person uses it. */
@NullMarked
package lakebase.journey;

import org.jspecify.annotations.NullMarked;
