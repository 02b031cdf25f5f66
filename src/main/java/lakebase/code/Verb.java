package lakebase.code;

/** What is done. */
enum Verb {
  CREATE,
  UPDATE,
  DELETE,
  UNDELETE,
  GET,
  LIST,
  OPERATION,
  CREDENTIAL,
  PERMISSIONS,
  GRANT,
  SET_PERMISSIONS,
  ME,
  /** What only a plain request can do. */
  OTHER
}
