package lakebase.local.store;

/** Reads and changes the ledger; all changes of one call are committed together or not at all. */
public interface Writing extends Reading {

  /** Sets the value at that key. */
  void put(Shelf shelf, String key, String value);

  /** Removes the key; nothing happens when it is not there. */
  void remove(Shelf shelf, String key);
}
