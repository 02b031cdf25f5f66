package lakebase.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project to be created (contract §2.1). What is absent is left to the service's defaults.
 *
 * @param id held to the pattern of new ids
 * @param displayName the name that people know it by
 * @param pgVersion the major version of Postgres
 * @param historyRetention how far back branches can be taken
 * @param computeDefaults what new computes start with
 * @param firstCompute size and suspension of the first compute, where they differ from the defaults
 * @param customTags tags
 */
public record ProjectDraft(
    ResourceId id,
    @Nullable String displayName,
    @Nullable Integer pgVersion,
    @Nullable Duration historyRetention,
    @Nullable ComputeDefaults computeDefaults,
    @Nullable ComputeDefaults firstCompute,
    List<Tag> customTags)
    implements Draft {

  public ProjectDraft {
    ResourceId.forCreation(id.value());
    customTags = List.copyOf(customTags);
  }

  /** A project with the service's defaults. */
  public static ProjectDraft of(String id, String displayName) {
    return new ProjectDraft(new ResourceId(id), displayName, null, null, null, null, List.of());
  }

  /** The name that the project will have. */
  public ProjectName name() {
    return new ProjectName(id);
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.PROJECT;
  }

  @Override
  public ResourceName subject() {
    return name();
  }
}
