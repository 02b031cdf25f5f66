package lakebase.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The mask paths of the fields that an update changes, in the table's order (contract §2.8).
 *
 * <p>{@code between} walks the kind's {@link MaskTable}: leaf paths only, a oneof by its group's
 * name, cleared tags as their path with an empty list in the body.
 */
public record UpdateMask(Set<String> paths) {

  public UpdateMask {
    paths = Collections.unmodifiableSet(new LinkedHashSet<>(paths));
  }

  /** What differs between two values of a project. */
  public static UpdateMask between(ProjectSpec original, ProjectSpec edited) {
    return between(MaskTable.PROJECT, original, edited);
  }

  /** What differs between two values of a branch. */
  public static UpdateMask between(BranchSpec original, BranchSpec edited) {
    return between(MaskTable.BRANCH, original, edited);
  }

  /** What differs between two values of an endpoint. */
  public static UpdateMask between(EndpointSpec original, EndpointSpec edited) {
    return between(MaskTable.ENDPOINT, original, edited);
  }

  /** What differs between two values of a role. */
  public static UpdateMask between(RoleSpec original, RoleSpec edited) {
    return between(MaskTable.ROLE, original, edited);
  }

  /** What differs between two values of a database. */
  public static UpdateMask between(DatabaseSpec original, DatabaseSpec edited) {
    return between(MaskTable.DATABASE, original, edited);
  }

  /**
   * What differs between two values of the table's kind.
   *
   * @throws IllegalArgumentException when the edit clears a field that the API cannot clear
   */
  public static <T> UpdateMask between(MaskTable<T> table, T original, T edited) {
    Set<String> paths = new LinkedHashSet<>();
    for (MaskField<T> field : table.fields()) {
      if (field.differs(original, edited)) {
        if (!field.clearable() && field.get().apply(edited) == null) {
          throw new IllegalArgumentException(field.path() + " cannot be cleared");
        }
        paths.add(field.path());
      }
    }
    return new UpdateMask(paths);
  }

  /** The mask that names exactly these paths. */
  public static UpdateMask of(String... paths) {
    return new UpdateMask(new LinkedHashSet<>(List.of(paths)));
  }

  /** Whether nothing is changed. */
  public boolean isEmpty() {
    return paths.isEmpty();
  }

  /** Whether that path is named. */
  public boolean contains(String path) {
    return paths.contains(path);
  }

  /** The value of the query parameter {@code update_mask}. */
  @Override
  public String toString() {
    return String.join(",", paths);
  }
}
