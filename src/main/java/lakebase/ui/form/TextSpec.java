package lakebase.ui.form;

/** What is said of a text field beyond what is said of all. */
public final class TextSpec extends FieldSpec {

  String unit = "";
  String prompt = "";
  boolean mono;
  boolean shortWidth;

  TextSpec() {}

  /** What the number counts, inside the field; the field is then short. */
  public TextSpec unit(String text) {
    unit = text;
    shortWidth = true;
    return this;
  }

  /** What stands in the empty field. */
  public TextSpec prompt(String text) {
    prompt = text;
    return this;
  }

  /** In the typeface of names that machines read. */
  public TextSpec mono() {
    mono = true;
    return this;
  }
}
