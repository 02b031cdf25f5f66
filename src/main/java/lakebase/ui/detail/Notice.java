package lakebase.ui.detail;

import org.jspecify.annotations.Nullable;

/**
 * A line above a page that concerns all of it.
 *
 * @param id of its node
 * @param tone how serious
 * @param text the sentence
 * @param action what can be done about it; absent for nothing
 */
public record Notice(String id, Tone tone, String text, @Nullable Command action) {}
