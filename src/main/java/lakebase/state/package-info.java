/**
 * What the console knows, as one immutable value: workspaces and their inventories, background
 * tasks, selection and settings; and the store that holds it. Depends on the model alone.
 */
@NullMarked
package lakebase.state;

import org.jspecify.annotations.NullMarked;
