package lakebase.local.engine;

import java.time.Instant;
import lakebase.local.store.Writing;

/** Lets other parts put records into the ledger that the engine clears away. */
public final class Expiry {

  private Expiry() {}

  /** The token record of that hash may be removed from that moment on. */
  public static void forget(Writing writing, String hash, Instant from) {
    Agenda.add(writing, from, Chore.FORGET, hash);
  }
}
