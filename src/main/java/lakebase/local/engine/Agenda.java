package lakebase.local.engine;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import lakebase.local.store.Reading;
import lakebase.local.store.Shelf;
import lakebase.local.store.Writing;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done at which time, in the ledger, so that it survives a kill. An item is a hint:
 * whoever carries it out looks whether it still holds.
 */
final class Agenda {

  /** An item; {@code key} is where it stands. */
  record Item(String key, Instant due, Chore chore, String subject) {}

  private Agenda() {}

  static void add(Writing writing, Instant due, Chore chore, String subject) {
    String key =
        String.format(Locale.ROOT, "%015d %s %s", due.toEpochMilli(), chore.name(), subject);
    writing.put(Shelf.AGENDA, key, "-");
  }

  /** The item that is due first. */
  static Optional<Item> first(Reading reading) {
    @Nullable String[] key = {null};
    reading.scan(
        Shelf.AGENDA,
        "",
        "",
        entry -> {
          key[0] = entry.getKey();
          return false;
        });
    return Optional.ofNullable(key[0]).map(Agenda::read);
  }

  static void done(Writing writing, Item item) {
    writing.remove(Shelf.AGENDA, item.key());
  }

  private static Item read(String key) {
    String[] parts = key.split(" ", 3);
    return new Item(
        key, Instant.ofEpochMilli(Long.parseLong(parts[0])), Chore.valueOf(parts[1]), parts[2]);
  }
}
