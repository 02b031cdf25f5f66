package lakebase.ui.shell;

import java.util.function.Consumer;
import javafx.scene.layout.Region;
import lakebase.state.Ref;

/**
 * The page of one kind of thing, made once and shown for one after the other.
 *
 * @param node the page
 * @param show makes it show that thing
 */
public record DetailPage(Region node, Consumer<Ref> show) {}
