package lakebase.ui.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lakebase.model.AccessLevel;
import lakebase.model.AccessSpec;
import lakebase.model.Principal;

/** Who gets what on a project, as entered: names that may not be names yet. */
record Grants(List<Row> rows) {

  /**
   * A principal and its level.
   *
   * @param fresh whether it was added here, so that its name is still being entered
   */
  record Row(Principal.Kind kind, String name, AccessLevel level, boolean fresh) {

    Principal principal() {
      return new Principal(kind, name.strip());
    }

    Row withKind(Principal.Kind now) {
      return new Row(now, name, level, fresh);
    }

    Row withName(String now) {
      return new Row(kind, now, level, fresh);
    }

    Row withLevel(AccessLevel now) {
      return new Row(kind, name, now, fresh);
    }
  }

  Grants {
    rows = List.copyOf(rows);
  }

  /** What the project's own list says. */
  static Grants of(AccessSpec spec) {
    return new Grants(
        spec.levels().entrySet().stream()
            .map(entry ->
                new Row(entry.getKey().kind(), entry.getKey().name(), entry.getValue(), false))
            .toList());
  }

  /** As the list that it would be; rows without a name are left out. */
  AccessSpec spec(boolean isWhole) {
    SortedMap<Principal, AccessLevel> levels = new TreeMap<>();
    for (Row row : rows) {
      if (!row.name.isBlank()) {
        levels.put(row.principal(), row.level);
      }
    }
    return new AccessSpec(levels, isWhole);
  }

  /** The same with one more, to be named. */
  Grants plusEmpty() {
    List<Row> more = new ArrayList<>(rows);
    more.add(new Row(Principal.Kind.USER, "", AccessLevel.CAN_USE, true));
    return new Grants(more);
  }

  /** The same with another row there. */
  Grants with(int index, Row row) {
    List<Row> changed = new ArrayList<>(rows);
    changed.set(index, row);
    return new Grants(changed);
  }

  /** The same without the row there. */
  Grants without(int index) {
    List<Row> fewer = new ArrayList<>(rows);
    fewer.remove(index);
    return new Grants(fewer);
  }
}
