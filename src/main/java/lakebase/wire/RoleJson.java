package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lakebase.model.AuthMethod;
import lakebase.model.IdentityType;
import lakebase.model.Metadata;
import lakebase.model.Page;
import lakebase.model.ResourceKind;
import lakebase.model.Role;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleName;
import lakebase.model.RoleSpec;

/** Postgres roles as the service reports them (contract §2.4). */
public final class RoleJson {

  private static final String ID = "role_id";

  private RoleJson() {}

  /**
   * Reads a role in its status form.
   *
   * @throws WireException when it is not one
   */
  public static Role read(JsonNode json) {
    return read(Fields.of(json));
  }

  /**
   * Reads a page of a list of roles.
   *
   * @throws WireException when it is not one
   */
  public static Page<Role> readPage(JsonNode json) {
    return PageJson.read(json, ResourceKind.ROLE.collection(), RoleJson::read);
  }

  /** Writes a role in its status form, without its unknown fields. */
  public static ObjectNode write(Role role) {
    ObjectNode top = HeaderJson.write(role.name(), ID, role.metadata());
    HeaderJson.writeDeletion(top, role.metadata());
    ObjectNode status = top.putObject("status");
    status.put(ID, role.name().id().value());
    status.put("postgres_role", role.postgresRole());
    Writing.putEnum(status, "identity_type", role.identityType());
    Writing.putEnum(status, "auth_method", role.authMethod());
    if (!role.spec().membershipRoles().isEmpty()) {
      status.set("membership_roles", Writing.texts(role.spec().membershipRoles()));
    }
    status.set("attributes", writeAttributes(role.spec().attributes()));
    return top;
  }

  static ObjectNode writeAttributes(RoleAttributes attributes) {
    return Json.object()
        .put("createdb", attributes.createdb())
        .put("createrole", attributes.createrole())
        .put("bypassrls", attributes.bypassrls());
  }

  static Role read(Fields top) {
    Fields status = top.object("status");
    status.ignore(ID);
    RoleName name = top.required("name", RoleName::parse, "expected a role's name");
    Metadata metadata = HeaderJson.read(top, ID, top);
    IdentityType identity =
        status.parsed("identity_type", IdentityType::new, "expected an identity type");
    Fields attributes = status.object("attributes");
    RoleSpec spec =
        new RoleSpec(
            status.texts("membership_roles"),
            new RoleAttributes(
                attributes.flag("createdb"),
                attributes.flag("createrole"),
                attributes.flag("bypassrls")));
    return new Role(
        name,
        metadata,
        status.textOrEmpty("postgres_role"),
        identity == null ? IdentityType.UNSPECIFIED : identity,
        new AuthMethod(status.textOrEmpty("auth_method")),
        spec,
        top.unknown());
  }
}
