package lakebase.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lakebase.wire.JsonValue;

/**
 * The command of the Databricks CLI (contract §1.5): names by position, the inner resource as
 * {@code --json}. What it has no command for goes through {@code databricks api}.
 */
final class CliText {

  private static final String BROKEN = " \\\n  ";

  private CliText() {}

  static String of(Call call) {
    return String.join(BROKEN, words(call)) + "\n";
  }

  private static List<String> words(Call call) {
    List<String> words = new ArrayList<>();
    switch (call.verb()) {
      case CREATE -> create(call, words);
      case UPDATE -> {
        words.add(command(call, "update", call.name(), call.query("update_mask")));
        words.add(json(call));
      }
      case DELETE -> {
        words.add(command(call, "delete", call.name()));
        flag(words, call, "purge");
        value(words, "--reassign-owned-to", call.query("reassign_owned_to"));
      }
      case UNDELETE -> words.add(command(call, "undelete", call.name()));
      case GET -> words.add(command(call, "get", call.name()));
      case LIST -> list(call, words);
      case OPERATION -> words.add("databricks postgres get-operation " + shell(call.name()));
      case CREDENTIAL -> credential(call, words);
      case PERMISSIONS -> words.add(permissions("get", call));
      case GRANT -> {
        words.add(permissions("update", call));
        words.add(json(call));
      }
      case SET_PERMISSIONS -> {
        words.add(permissions("set", call));
        words.add(json(call));
      }
      case ME -> words.add("databricks current-user me");
      case OTHER -> other(call, words);
    }
    return words;
  }

  private static void create(Call call, List<String> words) {
    boolean optional = call.noun() == Noun.ROLE || call.noun() == Noun.DATABASE;
    words.add(command(call, "create", call.name(), optional ? "" : call.newId()));
    if (optional) {
      value(words, "--" + noun(call).word() + "-id", call.newId());
    }
    flag(words, call, "replace_existing");
    words.add(json(call));
  }

  private static void list(Call call, List<String> words) {
    words.add(
        "databricks postgres list-"
            + noun(call).words()
            + (call.name().isEmpty() ? "" : " " + shell(call.name())));
    value(words, "--page-size", call.query("page_size"));
    value(words, "--page-token", call.query("page_token"));
    flag(words, call, "show_deleted");
  }

  /** With {@code --json} the command takes no name by position. */
  private static void credential(Call call, List<String> words) {
    String command = "databricks postgres generate-database-credential";
    if (call.body().values().size() == 1
        && call.body().values().get("endpoint") instanceof JsonValue.Text(var endpoint)) {
      words.add(command + " " + shell(endpoint));
    } else {
      words.add(command);
      words.add(json(call));
    }
  }

  private static void other(Call call, List<String> words) {
    words.add(
        "databricks api "
            + call.action().method().toLowerCase(Locale.ROOT)
            + " "
            + shell(CurlText.pathAndQuery(call.action())));
    JsonValue body = call.action().body();
    if (body != null) {
      words.add("--json " + Literals.singleQuoted(JsonText.of(body)));
    }
  }

  private static String permissions(String verb, Call call) {
    return "databricks permissions " + verb + " database-projects " + shell(call.name());
  }

  private static String command(Call call, String verb, String... names) {
    StringBuilder command =
        new StringBuilder("databricks postgres ")
            .append(verb)
            .append('-')
            .append(noun(call).word());
    for (String name : names) {
      if (!name.isEmpty()) {
        command.append(' ').append(shell(name));
      }
    }
    return command.toString();
  }

  private static String json(Call call) {
    return "--json " + Literals.singleQuoted(JsonText.of(call.body()));
  }

  private static void flag(List<String> words, Call call, String key) {
    if (call.has(key)) {
      words.add("--" + key.replace('_', '-'));
    }
  }

  private static void value(List<String> words, String flag, String value) {
    if (!value.isEmpty()) {
      words.add(flag + " " + shell(value));
    }
  }

  private static String shell(String text) {
    return Literals.shell(text);
  }

  private static Noun noun(Call call) {
    return Objects.requireNonNull(call.noun());
  }
}
