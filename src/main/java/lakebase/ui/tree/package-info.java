/** The tree of workspaces, projects, branches and computes, and the filter above it. */
@NullMarked
package lakebase.ui.tree;

import org.jspecify.annotations.NullMarked;
