/**
 * The JSON of the model, both directions, exactly as the contract has it: one small class per
 * resource, on Jackson's tree model, without reflection. Knows no HTTP.
 *
 * <p>Reading keeps what it does not know ({@link lakebase.model.UnknownFields}) and fails with
 * {@link lakebase.wire.WireException} alone; writing gives the status form of resources and the
 * spec form of requests. Everything here is stateless and may be called from any thread.
 */
@NullMarked
package lakebase.wire;

import org.jspecify.annotations.NullMarked;
