package lakebase.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogHost;

/** The features that fill the window, made from its context; each is asked for once a window. */
public interface Features {

  /** The tree; its key leads to the filter. */
  Part tree(UiContext context);

  /** The search box. */
  Part search(UiContext context);

  /** The background tasks: a header, and rows while {@code settings.tasksOpen}. */
  Region tasks(UiContext context);

  /** Messages about tasks that ended, above the window's content. */
  Region news(UiContext context);

  /** A page for things of that one's kind. */
  DetailPage detail(UiContext context, Ref first);

  /** What the status bar tells beside what the window knows itself. */
  Node status(UiContext context);

  /** The dialogs, shown in that host. */
  Dialogs dialogs(UiContext context, DialogHost host);
}
