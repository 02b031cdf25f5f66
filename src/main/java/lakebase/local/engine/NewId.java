package lakebase.local.engine;

import java.util.function.Predicate;
import lakebase.model.ResourceId;

/** Ids of new resources (contract §3.4). */
final class NewId {

  private NewId() {}

  /** The id that was asked for. */
  static String required(String field, String id) {
    if (id.isEmpty()) {
      throw Refusals.required(field);
    }
    return valid(field, id);
  }

  /** The id that was asked for, at least that long. */
  static String required(String field, String id, int shortest) {
    if (!id.isEmpty() && id.length() < shortest) {
      throw Refusals.invalid("Field " + field + " must be at least " + shortest + " characters");
    }
    return required(field, id);
  }

  /** The id that was asked for, or where none was, a free one made of the Postgres name. */
  static String orMade(String field, String id, String postgresName, Predicate<String> taken) {
    if (!id.isEmpty()) {
      return valid(field, id);
    }
    String proposed = ResourceId.propose(postgresName);
    return free(proposed.isEmpty() ? "x-" + Uids.suffix() : proposed, taken);
  }

  /** That id, or one made of it if it is taken. */
  static String free(String wanted, Predicate<String> taken) {
    String made = wanted;
    while (taken.test(made)) {
      made = made.substring(0, Math.min(made.length(), 54)) + "-" + Uids.suffix();
    }
    return made;
  }

  private static String valid(String field, String id) {
    if (ResourceId.problem(id).isPresent()) {
      throw Refusals.badId(field, id);
    }
    return id;
  }
}
