package lakebase.local.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import lakebase.local.store.Ledger;

/**
 * What every service works with.
 *
 * @param ledger the state
 * @param clock the time
 * @param pace how long operations take
 * @param limits how much there may be
 * @param dataPlane where computes run
 * @param agendaChanged told after every change, which may have put something on the agenda
 */
record Core(
    Ledger ledger,
    InstantSource clock,
    Pace pace,
    Limits limits,
    DataPlane dataPlane,
    Runnable agendaChanged) {

  /** The time as it is stored: milliseconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Refuses settings that PostgreSQL does not take; blocks, so not on the ledger's thread. */
  void checkSettings(int pgVersion, Map<String, String> settings) {
    try {
      dataPlane.checkSettings(pgVersion, settings);
    } catch (DataPlaneException e) {
      throw Refusals.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusals.internal();
    }
  }

  <T> T read(Function<Resources, T> reading) {
    return ledger.read(state -> reading.apply(new Resources(state)));
  }

  <T> T change(Function<ResourceEditor, T> change) {
    T result = ledger.change(writing -> change.apply(new ResourceEditor(writing, now())));
    agendaChanged.run();
    return result;
  }
}
