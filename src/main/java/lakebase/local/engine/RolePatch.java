package lakebase.local.engine;

import java.util.List;
import java.util.Set;
import lakebase.model.AuthMethod;
import lakebase.model.IdentityType;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;

/** Reads what a request says of a role (contract §2.4, §2.8). */
final class RolePatch {

  private static final Set<IdentityType> IDENTITIES =
      Set.of(IdentityType.USER, IdentityType.SERVICE_PRINCIPAL, IdentityType.GROUP);
  private static final Set<AuthMethod> METHODS =
      Set.of(AuthMethod.OAUTH, AuthMethod.PASSWORD, AuthMethod.NO_LOGIN);
  private static final int LONGEST_NAME = 255;

  private RolePatch() {}

  /** The values after the update. */
  static RoleSpec apply(RoleSpec old, Body body, Mask mask) {
    Body spec = body.object("spec");
    RoleSpec next = old;
    if (mask.takes(body, "spec.membership_roles")) {
      next = new RoleSpec(memberships(spec), next.attributes());
    }
    Body given = spec.object("attributes");
    RoleAttributes was = next.attributes();
    if (mask.names("spec.attributes") && body.has("spec.attributes")) {
      return new RoleSpec(next.membershipRoles(), attributes(given));
    }
    boolean db = mask.takes(body, "spec.attributes.createdb");
    boolean role = mask.takes(body, "spec.attributes.createrole");
    boolean rls = mask.takes(body, "spec.attributes.bypassrls");
    return new RoleSpec(
        next.membershipRoles(),
        new RoleAttributes(
            db ? given.flag("createdb") : was.createdb(),
            role ? given.flag("createrole") : was.createrole(),
            rls ? given.flag("bypassrls") : was.bypassrls()));
  }

  /** Exactly what that message says, nothing kept. */
  static RoleSpec whole(Body spec) {
    return new RoleSpec(memberships(spec), attributes(spec.object("attributes")));
  }

  static String postgresRole(Body spec) {
    String name = spec.textOrEmpty("postgres_role");
    if (name.isEmpty()) {
      throw Refusals.required("role.spec.postgres_role");
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw Refusals.invalid("Field 'role.spec.postgres_role' is not a valid role name.");
    }
    return name;
  }

  static IdentityType identity(Body spec) {
    IdentityType type = new IdentityType(spec.textOrEmpty("identity_type"));
    if (type.value().isEmpty() || type.equals(IdentityType.UNSPECIFIED)) {
      return IdentityType.UNSPECIFIED;
    }
    if (!IDENTITIES.contains(type)) {
      throw Refusals.invalid("Field 'role.spec.identity_type' has an unknown value.");
    }
    return type;
  }

  /** The method asked for, or else the one that follows from the identity. */
  static AuthMethod method(Body spec, IdentityType identity) {
    AuthMethod method = new AuthMethod(spec.textOrEmpty("auth_method"));
    if (method.value().isEmpty() || method.value().equals("AUTH_METHOD_UNSPECIFIED")) {
      return identity.equals(IdentityType.UNSPECIFIED) ? AuthMethod.PASSWORD : AuthMethod.OAUTH;
    }
    if (!METHODS.contains(method)) {
      throw Refusals.invalid("Field 'role.spec.auth_method' has an unknown value.");
    }
    return method;
  }

  private static List<String> memberships(Body spec) {
    List<String> roles = spec.texts("membership_roles");
    if (roles.stream().anyMatch(role -> !role.equals(Defaults.SUPERUSER))) {
      throw Refusals.invalid("Field 'role.spec.membership_roles' has an unknown value.");
    }
    return roles.stream().distinct().toList();
  }

  private static RoleAttributes attributes(Body given) {
    return new RoleAttributes(
        given.flag("createdb"), given.flag("createrole"), given.flag("bypassrls"));
  }
}
