package lakebase.model;

/**
 * A Postgres database as the service reports it (contract §2.5).
 *
 * @param name its resource name
 * @param metadata times; databases have no uid
 * @param spec the changeable values
 * @param unknown what this model has no word for
 */
public record Database(
    DatabaseName name, Metadata metadata, DatabaseSpec spec, UnknownFields unknown)
    implements Resource {

  /** The same with other changeable values. */
  public Database withSpec(DatabaseSpec newSpec) {
    return new Database(name, metadata, newSpec, unknown);
  }

  /** The same with other metadata. */
  public Database withMetadata(Metadata newMetadata) {
    return new Database(name, newMetadata, spec, unknown);
  }
}
