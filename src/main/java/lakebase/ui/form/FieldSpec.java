package lakebase.ui.form;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What is said of a field, whatever its kind; configured in the field's own lambda. */
public class FieldSpec {

  String label = "";
  String help = "";
  String caution = "";
  @Nullable ObservableValue<Boolean> visible;
  @Nullable ObservableValue<String> derived;
  @Nullable Node extra;

  FieldSpec() {}

  /** Its name; always visible. */
  public final FieldSpec label(String text) {
    label = text;
    return this;
  }

  /** What is good to know, below it. */
  public final FieldSpec help(String text) {
    help = text;
    return this;
  }

  /** What changing it does to people who are connected, below it, with a sign. */
  public final FieldSpec caution(String text) {
    caution = text;
    return this;
  }

  /** What follows from what is entered, below it, live. */
  public final FieldSpec derived(ObservableValue<String> text) {
    derived = text;
    return this;
  }

  /** There only while that holds. */
  public final FieldSpec visibleWhen(ObservableValue<Boolean> condition) {
    visible = condition;
    return this;
  }

  /** Something more below it. */
  public final FieldSpec extra(Node node) {
    extra = node;
    return this;
  }
}
