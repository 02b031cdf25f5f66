package lakebase.task;

import java.util.List;
import lakebase.model.Change;
import lakebase.model.FieldChange;
import lakebase.state.BackgroundTask.Verb;

/** What a change is called as a task. */
public final class Verbs {

  private Verbs() {}

  /** What it does. */
  public static Verb of(Change change) {
    return switch (change) {
      case Change.Create _ -> Verb.CREATE;
      case Change.Update _ -> Verb.UPDATE;
      case Change.Delete delete -> delete.purge() ? Verb.PURGE : Verb.DELETE;
      case Change.Undelete _ -> Verb.UNDELETE;
      case Change.Share _ -> Verb.SHARE;
    };
  }

  /** The fields that it names. */
  static List<String> fields(Change change) {
    return switch (change) {
      case Change.Update update -> List.copyOf(update.mask().paths());
      case Change.Share share -> share.fields().stream().map(FieldChange::path).toList();
      case Change.Create _, Change.Delete _, Change.Undelete _ -> List.of();
    };
  }
}
