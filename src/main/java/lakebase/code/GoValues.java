package lakebase.code;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import lakebase.wire.JsonValue;
import org.jspecify.annotations.Nullable;

/** Values in Go, and the imports that they need. */
final class GoValues {

  /** The SDK's module. */
  static final String SDK = "github.com/databricks/databricks-sdk-go";

  private static final String IN = "\t";

  private final TreeSet<String> standard = new TreeSet<>();
  private final TreeSet<String> imports = new TreeSet<>();

  /** What is imported of Go's own packages. */
  Set<String> standard() {
    return standard;
  }

  /** What is imported of the SDK, sorted as Go's formatter has it. */
  List<String> imports() {
    return imports.stream().sorted(GoValues::byPath).toList();
  }

  private static int byPath(String one, String other) {
    return one.substring(one.indexOf('"')).compareTo(other.substring(other.indexOf('"')));
  }

  static List<String> plain(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text) -> text(text);
      case JsonValue.Decimal(var number) -> List.of(Words.number(number));
      case JsonValue.Flag(var flag) -> List.of(String.valueOf(flag));
      case JsonValue.Nothing _ -> List.of("nil");
      case JsonValue.Items(var values) ->
          items("[]any{", values.stream().map(GoValues::plain).toList(), "}");
      case JsonValue.Members(var members) ->
          members.isEmpty() ? List.of("map[string]any{}") : map("map[string]any{", members);
    };
  }

  private static List<String> map(String open, Map<String, JsonValue> members) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    members.forEach((key, value) -> pairs.put(Literals.go(key), plain(value)));
    return block(open, pairs);
  }

  List<String> value(Type type, JsonValue value, boolean inStructure) {
    return switch (type) {
      case Type.Scalar scalar -> List.of(scalar(scalar, value));
      case Type.Choice choice -> List.of(constant(choice, ((JsonValue.Text) value).value()));
      case Type.ListOf(var item) ->
          items(
              "[]"
                  + (item instanceof Type.Choice choice ? name(choice) : name((Type.Message) item))
                  + "{",
              ((JsonValue.Items) value)
                  .values().stream().map(each -> value(item, each, false)).toList(),
              "}");
      case Type.TextMap _ -> map("map[string]string{", ((JsonValue.Members) value).values());
      case Type.Message message ->
          message(inStructure ? "&" : null, message, value, new LinkedHashMap<>());
    };
  }

  /** A structure; without a name, where {@code before} is null, as within a list. */
  List<String> message(
      @Nullable String before,
      Type.Message message,
      JsonValue value,
      Map<String, List<String>> fields) {
    List<String> zeros = new ArrayList<>();
    ((JsonValue.Members) value)
        .values()
        .forEach((name, member) -> {
          fields.put(Words.pascal(name), value(message.field(name), member, true));
          if (isZero(member)) {
            zeros.add(Literals.go(Words.pascal(name)));
          }
        });
    if (!zeros.isEmpty()) {
      fields.put("ForceSendFields", List.of("[]string{" + String.join(", ", zeros) + "}"));
    }
    return structure(before == null ? "" : before + name(message), fields);
  }

  private static boolean isZero(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text) -> text.isEmpty();
      case JsonValue.Flag(var flag) -> !flag;
      case JsonValue.Decimal(BigDecimal number) -> number.signum() == 0;
      default -> false;
    };
  }

  private String scalar(Type.Scalar type, JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text) when type == Type.Scalar.DURATION -> {
        imported("common/types/duration");
        standard.add("time");
        var length = Objects.requireNonNull(Words.duration(text));
        yield length.toNanosPart() == 0
            ? "duration.New(" + length.toSeconds() + " * time.Second)"
            : "duration.New(" + length.toNanos() + " * time.Nanosecond)";
      }
      case JsonValue.Text(var text) when type == Type.Scalar.TIME -> {
        imports.add("sdktime \"" + SDK + "/common/types/time\"");
        standard.add("time");
        yield "sdktime.New(" + date(Objects.requireNonNull(Words.time(text))) + ")";
      }
      case JsonValue.Text(var text) -> Literals.go(text);
      case JsonValue.Flag(var flag) -> String.valueOf(flag);
      case JsonValue.Decimal(var number) -> Words.number(number);
      default -> throw new IllegalArgumentException("not a scalar: " + value);
    };
  }

  private static String date(Instant moment) {
    LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    return String.format(
        Locale.ROOT,
        "time.Date(%d, %d, %d, %d, %d, %d, %d, time.UTC)",
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        time.getNano());
  }

  private String constant(Type.Choice choice, String value) {
    return name(choice) + Words.pascal(value);
  }

  private String name(Type.Choice choice) {
    return packageOf(choice.name().equals("PermissionLevel")) + choice.name();
  }

  private String name(Type.Message message) {
    return packageOf(message.name().equals("AccessControlRequest")) + message.name();
  }

  private String packageOf(boolean iam) {
    imported(iam ? "service/iam" : "service/postgres");
    return iam ? "iam." : "postgres.";
  }

  static List<String> structure(String name, Map<String, List<String>> fields) {
    if (fields.isEmpty()) {
      return List.of(name + "{}");
    }
    if (fields.size() == 1 && fields.values().iterator().next().size() == 1) {
      var only = fields.entrySet().iterator().next();
      return List.of(name + "{" + only.getKey() + ": " + only.getValue().getFirst() + "}");
    }
    return block(name + "{", fields);
  }

  private static List<String> block(String open, Map<String, List<String>> fields) {
    List<String> lines = new ArrayList<>();
    lines.add(open);
    lines.addAll(Layout.indent(IN, Layout.aligned(fields, ":", false, ",")));
    lines.add("}");
    return lines;
  }

  static List<String> pair(String key, List<String> value) {
    return Layout.wrap(Literals.go(key) + ": ", value, "");
  }

  static List<String> items(String open, List<List<String>> values, String close) {
    if (values.isEmpty()) {
      return List.of(open + close);
    }
    if (values.size() == 1 && values.getFirst().size() == 1) {
      return List.of(open + values.getFirst().getFirst() + close);
    }
    List<String> lines = new ArrayList<>();
    lines.add(open);
    values.forEach(value -> lines.addAll(Layout.indent(IN, Layout.wrap("", value, ","))));
    lines.add(close);
    return lines;
  }

  void imported(String path) {
    imports.add("\"" + SDK + (path.isEmpty() ? "" : "/" + path) + "\"");
  }

  static List<String> text(String text) {
    return List.of(Literals.go(text));
  }
}
