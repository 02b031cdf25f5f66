package lakebase.local.engine;

/** What an operation does to its target. */
enum Verb {
  CREATE,
  UPDATE,
  DELETE,
  UNDELETE
}
