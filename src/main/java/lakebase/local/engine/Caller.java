package lakebase.local.engine;

import java.util.Locale;
import lakebase.model.IdentityType;
import lakebase.model.ResourceId;

/**
 * Who asks: a user by e-mail address or a service principal by application id.
 *
 * @param name the Postgres user name of this identity (contract §6.3)
 * @param type {@link IdentityType#USER} or {@link IdentityType#SERVICE_PRINCIPAL}
 */
public record Caller(String name, IdentityType type) {

  /** A person. */
  public static Caller user(String email) {
    return new Caller(email, IdentityType.USER);
  }

  /** A program, by its application id. */
  public static Caller servicePrincipal(String applicationId) {
    return new Caller(applicationId, IdentityType.SERVICE_PRINCIPAL);
  }

  /**
   * The id of the role that a branch gets for whoever made it (contract §3.1). What no id can begin
   * or end with is left out.
   */
  String ownerRoleId() {
    if (type.equals(IdentityType.SERVICE_PRINCIPAL)) {
      return id("sp-" + name);
    }
    return id(name.contains("@") ? name.substring(0, name.indexOf('@')) : name);
  }

  private static String id(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    String begun = plain.replaceFirst("^[^a-z]+", "");
    String cut = begun.substring(0, Math.min(begun.length(), ResourceId.MAX_LENGTH));
    String id = cut.replaceFirst("-+$", "");
    return id.isEmpty() ? "owner" : id;
  }
}
