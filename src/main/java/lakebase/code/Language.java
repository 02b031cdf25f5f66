package lakebase.code;

/** What an action can be written in. */
public enum Language {
  /** The request itself, for reading. */
  HTTP,
  CURL,
  CLI,
  PYTHON,
  JAVA,
  GO,
  TERRAFORM
}
