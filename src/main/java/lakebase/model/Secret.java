package lakebase.model;

/**
 * A text that must not be shown by accident: {@code toString} hides it, {@link #reveal} gives it.
 */
public final class Secret {

  private final String value;

  /** Wraps the text. */
  public Secret(String value) {
    this.value = value;
  }

  /** The text itself; only for the moment of its use. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
