/**
 * What the service's resources are: names, values, update masks, operations. Immutable, without
 * JSON, HTTP or JavaFX; shared by the console and the local workspace.
 */
@NullMarked
package lakebase.model;

import org.jspecify.annotations.NullMarked;
