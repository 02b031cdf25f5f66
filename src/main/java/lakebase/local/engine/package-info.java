/**
 * What the local workspace does: the control plane's rules over the {@code store}, without HTTP.
 *
 * <p>Every change is one ledger transaction: it is checked, carried out as far as can be seen at
 * once, and recorded as an operation with the time at which it finishes. The {@link
 * lakebase.local.engine.Timekeeper} does what the {@link lakebase.local.engine.Agenda} says when
 * its time has come.
 */
@NullMarked
package lakebase.local.engine;

import org.jspecify.annotations.NullMarked;
