package lakebase.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person asks the service to do to a resource; each becomes one request, which the
 * service answers with an {@link Operation} (contract §1.2), but for {@link Share}.
 */
public sealed interface Change {

  /** The resource that is changed; for a creation {@link Draft#subject}. */
  ResourceName subject();

  /** What kind of resource is changed. */
  ResourceKind kind();

  /** Creates a resource. */
  record Create(Draft draft) implements Change {
    @Override
    public ResourceName subject() {
      return draft.subject();
    }

    @Override
    public ResourceKind kind() {
      return draft.kind();
    }
  }

  /**
   * Changes fields of a resource; only the masked fields of {@code edited} are sent.
   *
   * @param subject the resource
   * @param edited the values as they shall be
   * @param mask the fields that are sent
   * @param fields old and new value of each, in the table's order
   */
  record Update(ResourceName subject, Spec edited, UpdateMask mask, List<FieldChange> fields)
      implements Change {

    public Update {
      fields = List.copyOf(fields);
    }

    /**
     * The update that turns {@code before} into {@code after}.
     *
     * @throws IllegalArgumentException when a field is cleared that the API cannot clear
     */
    public static <T extends Spec> Update between(
        MaskTable<T> table, ResourceName subject, T before, T after) {
      return new Update(
          subject, after, UpdateMask.between(table, before, after), table.changes(before, after));
    }

    @Override
    public ResourceKind kind() {
      return subject.kind();
    }
  }

  /**
   * Deletes a resource.
   *
   * @param subject the resource
   * @param purge whether a project or branch is deleted for good, not softly (contract §7)
   * @param reassignOwnedTo the role that gets what a deleted role owns; null where nothing is given
   */
  record Delete(ResourceName subject, boolean purge, @Nullable RoleName reassignOwnedTo)
      implements Change {

    /** A deletion that is recoverable where the kind has that. */
    public static Delete soft(ResourceName subject) {
      return new Delete(subject, false, null);
    }

    /** A deletion for good. */
    public static Delete forGood(ResourceName subject) {
      return new Delete(subject, true, null);
    }

    @Override
    public ResourceKind kind() {
      return subject.kind();
    }
  }

  /**
   * Changes who may use or manage a project. The service carries it out at once, without an
   * operation. What is only given is merged into the list; where something is taken away the whole
   * list is replaced, because nothing else takes away (contract §1.4).
   *
   * @param subject the project
   * @param before what the project's own list says now
   * @param after what it shall say
   * @param fields old and new level of each principal that changes
   */
  record Share(ProjectName subject, AccessSpec before, AccessSpec after, List<FieldChange> fields)
      implements Change {

    public Share {
      fields = List.copyOf(fields);
    }

    /** The change of one list into the other. */
    public static Share between(ProjectName subject, AccessSpec before, AccessSpec after) {
      return new Share(
          subject, before, after, AccessSpec.fields(List.of(before, after)).changes(before, after));
    }

    /** Whether the whole list is replaced. */
    public boolean replaces() {
      return after.lacksAnyOf(before);
    }

    /** What is sent: everything where it replaces, else what changes. */
    public List<AccessEntry> entries() {
      return replaces() ? after.entries() : after.since(before);
    }

    @Override
    public ResourceKind kind() {
      return subject.kind();
    }
  }

  /** Brings a soft-deleted project or branch back. */
  record Undelete(ResourceName subject) implements Change {
    @Override
    public ResourceKind kind() {
      return subject.kind();
    }
  }
}
