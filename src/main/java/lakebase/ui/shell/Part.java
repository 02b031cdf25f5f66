package lakebase.ui.shell;

import javafx.scene.layout.Region;

/**
 * A part of the window that a key leads to.
 *
 * @param node the part
 * @param focus puts the focus where a person wants to type there
 */
public record Part(Region node, Runnable focus) {}
