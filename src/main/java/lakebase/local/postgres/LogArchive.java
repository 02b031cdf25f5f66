package lakebase.local.postgres;

/**
 * How a branch's finished log segments are kept: PostgreSQL's {@code archive_command}, and the
 * {@code restore_command} that gets them back.
 */
record LogArchive(String store, String fetch) {}
