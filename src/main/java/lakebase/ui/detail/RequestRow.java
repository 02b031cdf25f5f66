package lakebase.ui.detail;

import lakebase.api.JournalEntry;

/** An entry of the journal in the table, with what its columns show. */
record RequestRow(
    JournalEntry entry, Cell time, Cell method, Cell path, Cell status, Cell millis, Cell trace) {}
