package lakebase.model;

import java.util.List;

/**
 * What can be changed of a role (contract §2.4, §2.8).
 *
 * @param membershipRoles the roles it is a member of, for example {@code DATABRICKS_SUPERUSER}
 * @param attributes what it may do beyond its grants
 */
public record RoleSpec(List<String> membershipRoles, RoleAttributes attributes) implements Spec {

  public RoleSpec {
    membershipRoles = List.copyOf(membershipRoles);
  }
}
