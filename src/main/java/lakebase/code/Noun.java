package lakebase.code;

import java.util.Arrays;
import java.util.Optional;
import lakebase.model.ResourceKind;

/** What the clients call the kinds of resource. */
enum Noun {
  PROJECT("project", "Project"),
  BRANCH("branch", "Branch"),
  ENDPOINT("endpoint", "Endpoint"),
  ROLE("role", "Role"),
  DATABASE("database", "Database");

  private final String word;
  private final String type;

  Noun(String word, String type) {
    this.word = word;
    this.type = type;
  }

  /** The noun of that kind. */
  static Noun of(ResourceKind kind) {
    return valueOf(kind.name());
  }

  /** The noun of that path segment, for example {@code branches}. */
  static Optional<Noun> ofCollection(String segment) {
    return Arrays.stream(values()).filter(noun -> noun.words().equals(segment)).findFirst();
  }

  /** For example {@code branch}. */
  String word() {
    return word;
  }

  /** For example {@code branches}, as in paths. */
  String words() {
    return ResourceKind.valueOf(name()).collection();
  }

  /** For example {@code Branch}. */
  String type() {
    return type;
  }

  /** For example {@code Branches}. */
  String types() {
    return Words.pascal(words());
  }

  /** The resource in its spec form. */
  Type.Message message() {
    return Messages.of(this);
  }
}
