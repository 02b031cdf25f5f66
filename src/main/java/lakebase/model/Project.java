package lakebase.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A project as the service reports it (contract §2.1).
 *
 * @param name its name
 * @param metadata identity and times
 * @param spec the changeable values, as the service says they are now
 * @param facts what only the service sets
 * @param unknown what this model has no word for
 */
public record Project(
    ProjectName name, Metadata metadata, ProjectSpec spec, Facts facts, UnknownFields unknown)
    implements Resource {

  /**
   * What only the service sets.
   *
   * @param pgVersion the major version of Postgres; absent when the service gave none
   * @param owner e-mail address or application id
   * @param branchLogicalSizeLimitBytes how large one branch may grow
   * @param syntheticStorageSizeBytes what is stored in all
   * @param computeLastActiveTime when any compute was last used
   */
  public record Facts(
      @Nullable Integer pgVersion,
      @Nullable String owner,
      @Nullable Long branchLogicalSizeLimitBytes,
      @Nullable Long syntheticStorageSizeBytes,
      @Nullable Instant computeLastActiveTime) {}

  /** The name that people know it by; its id where it has none. */
  public String displayName() {
    return spec.displayName().isEmpty() ? name.id().value() : spec.displayName();
  }

  /** The same with other changeable values. */
  public Project withSpec(ProjectSpec newSpec) {
    return new Project(name, metadata, newSpec, facts, unknown);
  }

  /** The same with other metadata. */
  public Project withMetadata(Metadata newMetadata) {
    return new Project(name, newMetadata, spec, facts, unknown);
  }

  /** The same with other facts. */
  public Project withFacts(Facts newFacts) {
    return new Project(name, metadata, spec, newFacts, unknown);
  }
}
