package lakebase.ui.detail;

import org.jspecify.annotations.Nullable;

/**
 * Says why a table has no rows: nothing exists yet, not read yet, could not be read, not permitted.
 *
 * @param text the sentence
 * @param action what can be done about it; absent for nothing
 */
public record Empty(String text, @Nullable Command action) {}
