/**
 * What every screen shares: texts, formats, icons, what a person can ask for, and the life of a
 * view. Screens are in the packages below and do not know each other; {@code ui.shell} composes
 * them.
 */
@NullMarked
package lakebase.ui;

import org.jspecify.annotations.NullMarked;
