package lakebase.ui.database;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import lakebase.model.Database;
import lakebase.ui.Texts;

/** What can be wrong with the name of a database in Postgres. */
final class DatabaseNames {

  private static final int LONGEST = 63;

  private DatabaseNames() {}

  /** What is wrong with it beside the databases that there are, in a person's words. */
  static Optional<String> check(Texts texts, String name, Collection<Database> others) {
    if (name.isBlank()) {
      return Optional.of(texts.get("form.required"));
    }
    boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    if (!fits || name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(texts.get("field.database.wrong"));
    }
    return others.stream().anyMatch(other -> other.spec().postgresDatabase().equals(name))
        ? Optional.of(texts.get("field.database.taken"))
        : Optional.empty();
  }
}
