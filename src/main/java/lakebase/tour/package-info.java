/**
 * The tour: the real console, off-screen, driven through its main job by its own controls. What
 * drives it, {@link lakebase.tour.Ui}, drives the GUI tests, too.
 */
@NullMarked
package lakebase.tour;

import org.jspecify.annotations.NullMarked;
