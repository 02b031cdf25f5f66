package lakebase.model;

/** A resource of any kind as the service reports it. */
public sealed interface Resource permits Project, Branch, Endpoint, Role, Database {

  /** Its name. */
  ResourceName name();

  /** Identity and times. */
  Metadata metadata();
}
