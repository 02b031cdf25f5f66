package lakebase.local;

import java.security.SecureRandom;
import lakebase.local.store.Ledger;
import lakebase.local.store.Shelf;

/** The workspace's number, drawn at its first start. */
final class WorkspaceId {

  private static final String KEY = "workspace_id";
  private static final long SMALLEST = 1_000_000_000_000_000L;

  private WorkspaceId() {}

  static String of(Ledger ledger) {
    return ledger.change(writing -> {
      String known = writing.get(Shelf.META, KEY);
      if (known != null) {
        return known;
      }
      String drawn = Long.toString(new SecureRandom().nextLong(SMALLEST, SMALLEST * 9));
      writing.put(Shelf.META, KEY, drawn);
      return drawn;
    });
  }
}
