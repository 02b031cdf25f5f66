/**
 * Work that takes time: calls to the service off the FX thread, their results back on it,
 * operations followed to their end, inventories read and kept. The only place that hops to the FX
 * thread.
 */
@NullMarked
package lakebase.task;

import org.jspecify.annotations.NullMarked;
