package lakebase.local.engine;

/** What the {@link Agenda} can hold for a time. */
enum Chore {
  /** Finishes the operation of that name. */
  FINISH,
  /** Takes the pending state off the endpoint of that name. */
  SETTLE,
  /** Scales the endpoint of that name to zero, if it has not been used. */
  SUSPEND,
  /** Deletes the branch of that name, if it still expires then. */
  EXPIRE,
  /** Removes the soft-deleted project or branch of that name, if it still is. */
  PURGE,
  /** Removes the record of the operation of that name, or of the token of that hash. */
  FORGET
}
