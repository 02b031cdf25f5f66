package lakebase.task;

import java.util.List;
import lakebase.api.ApiRequest;
import lakebase.model.Change;
import lakebase.model.FieldChange;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.SentRequest;

/** What a task keeps of the change that it was asked for. */
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

  /** The request that asks for it. */
  static SentRequest request(Change change) {
    ApiRequest request = ApiRequest.of(change);
    return new SentRequest(request.method().name(), request.pathAndQuery(), request.body());
  }
}
