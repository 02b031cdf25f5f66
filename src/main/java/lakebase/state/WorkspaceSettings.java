package lakebase.state;

import lakebase.model.SignIn;

/**
 * What a person set for one workspace; kept between runs, and holds no secret.
 *
 * @param id tells it from the others
 * @param name what people call it; empty for the local one, which is named in the language in use
 * @param colour marks everything of it
 * @param host its address, for example {@code https://example.cloud.databricks.com}; empty for the
 *     local one, which has another at each start
 * @param signIn how a person is signed in
 * @param certificates a PEM file of authorities to trust besides the system's; empty for none
 * @param readOnly whether every changing call is refused before it is sent
 */
public record WorkspaceSettings(
    WorkspaceId id,
    String name,
    WorkspaceColour colour,
    String host,
    SignIn signIn,
    String certificates,
    boolean readOnly) {

  /** The embedded workspace, as it is at a first start. */
  public static final WorkspaceSettings LOCAL =
      new WorkspaceSettings(
          WorkspaceId.LOCAL, "", WorkspaceColour.TEAL, "", new SignIn.Embedded(), "", false);

  /** The same with another identity. */
  public WorkspaceSettings withId(WorkspaceId now) {
    return new WorkspaceSettings(now, name, colour, host, signIn, certificates, readOnly);
  }

  /** The same under another name. */
  public WorkspaceSettings withName(String now) {
    return new WorkspaceSettings(id, now, colour, host, signIn, certificates, readOnly);
  }

  /** The same in another colour. */
  public WorkspaceSettings withColour(WorkspaceColour now) {
    return new WorkspaceSettings(id, name, now, host, signIn, certificates, readOnly);
  }

  /** The same, locked against changes or not. */
  public WorkspaceSettings withReadOnly(boolean now) {
    return new WorkspaceSettings(id, name, colour, host, signIn, certificates, now);
  }

  /** Whether both reach the same service, and sign in there the same way. */
  public boolean isSameAccount(WorkspaceSettings other) {
    return host.equals(other.host)
        && signIn.equals(other.signIn)
        && certificates.equals(other.certificates);
  }
}
