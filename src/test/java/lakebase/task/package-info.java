/** Tests of the tasks, against a service in memory, with time that only sleeping moves. */
@NullMarked
package lakebase.task;

import org.jspecify.annotations.NullMarked;
