package lakebase.model;

/**
 * Who can be given a permission (contract §1.4).
 *
 * @param kind how the permissions API calls that kind of name
 * @param name e-mail address, application id or group name
 */
public record Principal(Kind kind, String name) implements Comparable<Principal> {

  /** The kinds that the permissions API tells apart. */
  public enum Kind {
    USER("user_name"),
    GROUP("group_name"),
    SERVICE_PRINCIPAL("service_principal_name");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    /** The JSON field that holds such a name. */
    public String field() {
      return field;
    }
  }

  @Override
  public int compareTo(Principal other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? name.compareTo(other.name) : byKind;
  }

  /** Field and name, for example {@code group_name admins}. */
  @Override
  public String toString() {
    return kind.field() + " " + name;
  }
}
