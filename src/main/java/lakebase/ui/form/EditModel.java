package lakebase.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lakebase.model.FieldChange;
import lakebase.model.MaskField;
import lakebase.model.MaskTable;

/**
 * An edit of a resource's changeable values: what the service said, what shall be, the fields in
 * which they differ, and what becomes of both when the service is asked again. Knows no node.
 */
public final class EditModel<T> {

  /**
   * An edit at one moment.
   *
   * @param base what the service said last
   * @param edited what shall be
   * @param takenOver what changed elsewhere, in fields not touched here, when it was read last
   * @param conflicts what changed elsewhere and here, to different values
   */
  public record Snapshot<T>(
      T base, T edited, List<FieldChange> takenOver, List<Conflict<T>> conflicts) {

    public Snapshot {
      takenOver = List.copyOf(takenOver);
      conflicts = List.copyOf(conflicts);
    }
  }

  private final Function<List<T>, MaskTable<T>> tables;
  private final ReadOnlyObjectWrapper<Snapshot<T>> state;

  /** An edit that changes nothing yet. */
  public EditModel(MaskTable<T> table, T base) {
    this(_ -> table, base);
  }

  /**
   * An edit of something whose fields depend on what is in it.
   *
   * @param tables the fields of all these values together
   */
  public EditModel(Function<List<T>, MaskTable<T>> tables, T base) {
    this.tables = tables;
    this.state = new ReadOnlyObjectWrapper<>(new Snapshot<>(base, base, List.of(), List.of()));
  }

  /** The edit, to be followed. */
  public ReadOnlyObjectProperty<Snapshot<T>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The edit now. */
  public Snapshot<T> state() {
    return state.get();
  }

  /** The changeable fields. */
  public MaskTable<T> table() {
    return table(List.of());
  }

  private MaskTable<T> table(List<T> more) {
    Snapshot<T> now = state();
    List<T> values = new ArrayList<>(more);
    values.add(now.base);
    values.add(now.edited);
    now.conflicts.forEach(conflict -> values.add(conflict.entered()));
    return tables.apply(values);
  }

  /** What the service said last. */
  public T base() {
    return state().base;
  }

  /** What shall be. */
  public T edited() {
    return state().edited;
  }

  /** The changed fields, old and new, in the table's order. */
  public List<FieldChange> changes() {
    return table().changes(base(), edited());
  }

  /** Whether that field is changed. */
  public boolean isChanged(String path) {
    return table().field(path).differs(base(), edited());
  }

  /** Whether any conflict waits for a decision. */
  public boolean isUndecided() {
    return state().conflicts.stream().anyMatch(conflict -> !conflict.isDecided());
  }

  /** Changes what shall be. */
  public void edit(UnaryOperator<T> change) {
    Snapshot<T> now = state();
    T edited = change.apply(now.edited);
    if (!edited.equals(now.edited)) {
      List<Conflict<T>> open =
          now.conflicts.stream().map(conflict -> afterEdit(conflict, now.edited, edited)).toList();
      state.set(new Snapshot<>(now.base, edited, now.takenOver, open));
    }
  }

  /** Takes back what was changed in that field. */
  public void reset(String path) {
    edit(edited -> table().field(path).copy().apply(edited, base()));
  }

  /** Decides a conflict; can be decided anew. Does nothing when there is none in that field. */
  public void decide(String path, Conflict.Choice choice) {
    Snapshot<T> now = state();
    conflict(now, path)
        .ifPresent(open -> {
          T from = choice == Conflict.Choice.THEIRS ? now.base : open.entered();
          T edited = table().field(path).copy().apply(now.edited, from);
          List<Conflict<T>> conflicts = new ArrayList<>(now.conflicts);
          conflicts.replaceAll(one -> one.path().equals(path) ? one.decided(choice) : one);
          state.set(new Snapshot<>(now.base, edited, now.takenOver, conflicts));
        });
  }

  /**
   * Takes in what the service says now. A field not touched here gets the service's value; one that
   * only changed here keeps its edit; one changed to the same value on both sides is no change any
   * more; the rest are conflicts, whose entered values stay until decided.
   */
  public void readAgain(T theirs) {
    Snapshot<T> now = state();
    T merged = theirs;
    List<FieldChange> takenOver = new ArrayList<>();
    List<Conflict<T>> conflicts = new ArrayList<>();
    for (MaskField<T> field : table(List.of(theirs)).fields()) {
      Object before = field.get().apply(now.base);
      Object there = field.get().apply(theirs);
      Object here = field.get().apply(now.edited);
      boolean changedThere = !Objects.equals(before, there);
      Optional<Conflict<T>> open = conflict(now, field.path());
      if (!field.differs(now.base, now.edited)) {
        if (changedThere) {
          takenOver.add(new FieldChange(field.path(), before, there));
        } else {
          open.ifPresent(conflicts::add);
        }
        continue;
      }
      merged = field.copy().apply(merged, now.edited);
      if (!changedThere) {
        open.ifPresent(conflicts::add);
      } else if (!Objects.equals(there, here)) {
        conflicts.add(new Conflict<>(field.path(), before, there, here, now.edited, null));
      }
    }
    state.set(new Snapshot<>(theirs, merged, takenOver, conflicts));
  }

  /** A value entered by hand is what is mine from then on. */
  private Conflict<T> afterEdit(Conflict<T> conflict, T before, T edited) {
    MaskField<T> field = table().field(conflict.path());
    return field.differs(before, edited)
        ? conflict.withMine(field.get().apply(edited), edited).decided(Conflict.Choice.MINE)
        : conflict;
  }

  private static <T> Optional<Conflict<T>> conflict(Snapshot<T> at, String path) {
    return at.conflicts.stream().filter(one -> one.path().equals(path)).findFirst();
  }
}
