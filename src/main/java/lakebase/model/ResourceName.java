package lakebase.model;

import java.util.List;
import java.util.Optional;

/**
 * The full name of a resource, for example {@code projects/shop/branches/production} (contract
 * §1.2). {@code toString} gives the text that {@link #parse} reads; names sort by it.
 */
public sealed interface ResourceName extends Comparable<ResourceName>
    permits ProjectName, BranchName, BranchChildName {

  /** The last segment. */
  ResourceId id();

  /** What kind of resource is named. */
  ResourceKind kind();

  /** The resource that this one lives in; empty for a project. */
  Optional<ResourceName> parent();

  /** The project that this resource is, or lives in. */
  ProjectName project();

  /** Whether this name is {@code other} or lives somewhere below it. */
  default boolean isWithin(ResourceName other) {
    return equals(other) || parent().map(up -> up.isWithin(other)).orElse(false);
  }

  @Override
  default int compareTo(ResourceName other) {
    return toString().compareTo(other.toString());
  }

  /**
   * Reads a name of any kind.
   *
   * @throws IllegalArgumentException when the text is not shaped like a resource name
   */
  static ResourceName parse(String text) {
    List<String> parts = List.of(text.split("/", -1));
    if (parts.size() < 2 || parts.size() > 6 || parts.size() % 2 != 0) {
      throw notAName(text);
    }
    ProjectName project = new ProjectName(id(text, parts, 0, ResourceKind.PROJECT));
    if (parts.size() == 2) {
      return project;
    }
    BranchName branch = new BranchName(project, id(text, parts, 2, ResourceKind.BRANCH));
    if (parts.size() == 4) {
      return branch;
    }
    return switch (parts.get(4)) {
      case "endpoints" -> new EndpointName(branch, id(text, parts, 4, ResourceKind.ENDPOINT));
      case "roles" -> new RoleName(branch, id(text, parts, 4, ResourceKind.ROLE));
      case "databases" -> new DatabaseName(branch, id(text, parts, 4, ResourceKind.DATABASE));
      default -> throw notAName(text);
    };
  }

  private static ResourceId id(String text, List<String> parts, int at, ResourceKind kind) {
    if (!parts.get(at).equals(kind.collection())) {
      throw notAName(text);
    }
    return new ResourceId(parts.get(at + 1));
  }

  private static IllegalArgumentException notAName(String text) {
    return new IllegalArgumentException("not a resource name: '" + text + "'");
  }
}
