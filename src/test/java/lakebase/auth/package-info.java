@NullMarked
package lakebase.auth;

import org.jspecify.annotations.NullMarked;
