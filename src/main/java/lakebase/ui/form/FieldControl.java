package lakebase.ui.form;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.layout.Region;

/**
 * The control of a field, both ways: shows what the field holds, enters what a person does.
 *
 * @param node what stands in the form
 * @param first the part that the label names and the focus goes to
 * @param resetsParts whether it takes changes back by itself, those of each part alone
 */
record FieldControl(Region node, Control first, boolean resetsParts) {

  FieldControl(Region node, Control first) {
    this(node, first, false);
  }

  static FieldControl of(Control control) {
    return new FieldControl(control, control);
  }

  /** Tells assistive technology the name of every part that has none of its own. */
  static void name(Node part, String text) {
    part.setAccessibleText(text);
  }
}
