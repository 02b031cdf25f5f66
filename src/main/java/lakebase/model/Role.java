package lakebase.model;

/**
 * A Postgres role as the service reports it (contract §2.4).
 *
 * @param name its resource name
 * @param metadata times; roles have no uid
 * @param postgresRole its name in Postgres
 * @param identityType whose identity it stands for
 * @param authMethod how it logs in
 * @param spec the changeable values
 * @param unknown what this model has no word for
 */
public record Role(
    RoleName name,
    Metadata metadata,
    String postgresRole,
    IdentityType identityType,
    AuthMethod authMethod,
    RoleSpec spec,
    UnknownFields unknown)
    implements Resource {

  /** The same with other changeable values. */
  public Role withSpec(RoleSpec newSpec) {
    return new Role(name, metadata, postgresRole, identityType, authMethod, newSpec, unknown);
  }

  /** The same with other metadata. */
  public Role withMetadata(Metadata newMetadata) {
    return new Role(name, newMetadata, postgresRole, identityType, authMethod, spec, unknown);
  }
}
