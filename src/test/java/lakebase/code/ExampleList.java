package lakebase.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lakebase.model.Change;
import lakebase.model.Draft;
import lakebase.model.MaskTable;
import lakebase.model.ResourceName;
import lakebase.model.Spec;

/** Examples in the making. */
class ExampleList {

  final List<Example> all = new ArrayList<>();

  /**
   * One of them.
   *
   * @param name what it shows
   * @param action the action
   * @param change the change that it came from; empty for those that are none
   */
  record Example(String name, Action action, Optional<Change> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  void create(String name, Draft draft) {
    change("create " + name, new Change.Create(draft));
  }

  <T extends Spec> void update(
      String name, MaskTable<T> table, ResourceName subject, T before, T after) {
    change("update " + name, Change.Update.between(table, subject, before, after));
  }

  void delete(String name, Change.Delete change) {
    change("delete " + name, change);
  }

  void undelete(String name, Change.Undelete change) {
    change("undelete " + name, change);
  }

  private void change(String name, Change change) {
    all.add(new Example(name, Action.of(change), Optional.of(change)));
  }

  void add(String name, Action action) {
    all.add(new Example(name, action, Optional.empty()));
  }
}
