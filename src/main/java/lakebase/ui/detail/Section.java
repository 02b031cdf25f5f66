package lakebase.ui.detail;

import javafx.scene.Node;

/** What a tab shows. Made when the tab is first opened; shown again whenever something changed. */
public interface Section<C> {

  /** Its node, always the same. */
  Node node();

  /** Shows that. */
  void show(C content);
}
