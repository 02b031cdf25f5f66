package lakebase.state;

/** Tells one workspace of this console from another; lasting, not shown to people. */
public record WorkspaceId(String value) {

  /** The embedded local workspace. */
  public static final WorkspaceId LOCAL = new WorkspaceId("local");

  @Override
  public String toString() {
    return value;
  }
}
