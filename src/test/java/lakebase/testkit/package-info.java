/** What the tests of screens share. */
@NullMarked
package lakebase.testkit;

import org.jspecify.annotations.NullMarked;
