/**
 * What the detail pages are made of: header, tabs, cards of facts, tables, notices, failures, words
 * for states. The pages themselves are in the packages of their kinds.
 */
@NullMarked
package lakebase.ui.detail;

import org.jspecify.annotations.NullMarked;
