package lakebase.code;

/** What an action can be written in. */
public enum Language {
  CURL,
  CLI,
  PYTHON,
  JAVA,
  GO,
  TERRAFORM
}
