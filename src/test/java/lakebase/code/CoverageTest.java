package lakebase.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lakebase.model.MaskField;
import lakebase.model.MaskTable;
import lakebase.wire.JsonValue;
import org.junit.jupiter.api.Test;

/** The examples leave nothing out that the API has. */
class CoverageTest {

  private static final List<Call> CALLS =
      Examples.all().stream().map(example -> Call.of(example.action())).toList();

  @Test
  void everyVerbOfEveryNounIsThere() {
    Set<String> expected = new TreeSet<>();
    for (Noun noun : Noun.values()) {
      for (Verb verb : List.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE, Verb.GET, Verb.LIST)) {
        expected.add(verb + " " + noun);
      }
    }
    expected.addAll(List.of("UNDELETE PROJECT", "UNDELETE BRANCH"));
    for (Verb verb : Verb.values()) {
      if (verb.compareTo(Verb.LIST) > 0) {
        expected.add(verb + " null");
      }
    }
    assertThat(new TreeSet<>(CALLS.stream().map(call -> call.verb() + " " + call.noun()).toList()))
        .isEqualTo(expected);
  }

  @Test
  void everyFieldOfEveryStructureIsSent() {
    Set<String> fields = new TreeSet<>();
    Set<String> sent = new TreeSet<>();
    CALLS.forEach(call -> {
      Type.Message message = call.message();
      if (message != null) {
        collect(message, fields);
        if (call.isTyped()) {
          collect(message, call.body(), sent);
        }
      }
    });
    assertThat(sent).isEqualTo(fields);
  }

  @Test
  void everyMaskPathIsUsed() {
    assertThat(Examples.maskPaths())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    MaskTable.PROJECT,
                    MaskTable.BRANCH,
                    MaskTable.ENDPOINT,
                    MaskTable.ROLE,
                    MaskTable.DATABASE)
                .flatMap(table -> table.fields().stream())
                .map(MaskField::path)
                .toList());
  }

  private static void collect(Type type, Set<String> into) {
    switch (type) {
      case Type.Message message ->
          message
              .fields()
              .forEach((name, field) -> {
                into.add(message.name() + "." + name);
                collect(field, into);
              });
      case Type.ListOf(var item) -> collect(item, into);
      default -> {}
    }
  }

  private static void collect(Type type, JsonValue value, Set<String> into) {
    if (type instanceof Type.Message message && value instanceof JsonValue.Members(var members)) {
      members.forEach((name, member) -> {
        into.add(message.name() + "." + name);
        collect(message.field(name), member, into);
      });
    } else if (type instanceof Type.ListOf(var item)
        && value instanceof JsonValue.Items(var items)) {
      items.forEach(each -> collect(item, each, into));
    }
  }
}
