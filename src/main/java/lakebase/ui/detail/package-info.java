/**
 * What the detail pages are made of: header, tabs, cards of facts, tables, banners, failures. Knows
 * no kind of resource; the pages are in the packages of their kinds.
 */
@NullMarked
package lakebase.ui.detail;

import org.jspecify.annotations.NullMarked;
