/** How the console looks: fonts, colours and sizes, light and dark. */
@NullMarked
package lakebase.ui.theme;

import org.jspecify.annotations.NullMarked;
