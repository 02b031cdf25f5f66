package lakebase.model;

/** What a role may do beyond its grants (contract §2.4). */
public record RoleAttributes(boolean createdb, boolean createrole, boolean bypassrls) {

  /** Nothing beyond its grants. */
  public static final RoleAttributes NONE = new RoleAttributes(false, false, false);
}
