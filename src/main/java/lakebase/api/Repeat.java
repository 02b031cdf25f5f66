package lakebase.api;

/** Whether a failed attempt may be made again. */
enum Repeat {
  /** It would fail again. */
  NEVER,
  /** The service may have carried it out, so only where that does no harm. */
  IF_HARMLESS,
  /** The service certainly did not carry it out. */
  ALWAYS
}
