package lakebase.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import lakebase.wire.JsonValue;

/**
 * A script for the Databricks SDK for Python. Its structures leave out empty lists and maps, so
 * that what is emptied goes as a plain request.
 */
final class PythonText {

  private static final String IN = "    ";
  private static final String SERVICE = "databricks.sdk.service.";
  private static final String POSTGRES = SERVICE + "postgres";
  private static final String IAM = SERVICE + "iam";

  private static final String NOT_SENT = Messages.ENDPOINT_TYPE + "=None,";
  private static final int WIDTH = 88;

  private final Call call;
  private final Map<String, TreeSet<String>> imports = new TreeMap<>();
  private final List<String> moments = new ArrayList<>();

  PythonText(Call call) {
    this.call = call;
  }

  String text() {
    imported("databricks.sdk", "WorkspaceClient");
    List<String> body = isTyped() ? typed() : plain();
    List<String> lines = new ArrayList<>();
    imports.forEach((module, names) -> lines.addAll(importing(module, List.copyOf(names))));
    lines.add("");
    lines.add("w = WorkspaceClient()  # DATABRICKS_HOST, DATABRICKS_TOKEN");
    lines.add("");
    lines.addAll(moments);
    lines.addAll(body);
    lines.replaceAll(line -> line.endsWith(NOT_SENT) ? line + "  # not sent" : line);
    return Layout.text(lines);
  }

  private static List<String> importing(String module, List<String> names) {
    String line = "from " + module + " import " + String.join(", ", names);
    return line.length() <= WIDTH
        ? List.of(line)
        : items("from " + module + " import (", names.stream().map(List::of).toList(), ")");
  }

  private boolean isTyped() {
    return call.isTyped() && !call.sendsEmpty();
  }

  private List<String> typed() {
    Map<String, List<String>> arguments = new LinkedHashMap<>();
    return switch (call.verb()) {
      case CREATE, UPDATE -> printed(noun().word(), waited(changed(arguments)));
      case DELETE, UNDELETE -> waited(deleted(arguments));
      case GET -> {
        arguments.put("name", text(call.name()));
        yield printed(noun().word(), postgres("get_" + noun().word(), arguments));
      }
      case LIST -> list(arguments);
      case OPERATION -> {
        arguments.put("name", text(call.name()));
        yield printed("operation", postgres("get_operation", arguments));
      }
      case CREDENTIAL -> {
        fill(arguments, Messages.CREDENTIAL, call.body());
        yield printed("credential", ".token", postgres("generate_database_credential", arguments));
      }
      case PERMISSIONS -> permissions("get", arguments);
      case GRANT -> permissions("update", arguments);
      case SET_PERMISSIONS -> permissions("set", arguments);
      case ME -> List.of("print(w.current_user.me())");
      case OTHER -> plain();
    };
  }

  private List<String> changed(Map<String, List<String>> arguments) {
    boolean creates = call.verb() == Verb.CREATE;
    if (!creates) {
      arguments.put("name", text(call.name()));
    } else if (!call.name().isEmpty()) {
      arguments.put("parent", text(call.name()));
    }
    if (!call.newId().isEmpty()) {
      arguments.put(noun().word() + "_id", text(call.newId()));
    }
    arguments.put(noun().word(), value(noun().message(), call.body()));
    if (call.has("replace_existing")) {
      arguments.put("replace_existing", List.of("True"));
    }
    if (!creates) {
      imported("databricks.sdk.common.types.fieldmask", "FieldMask");
      arguments.put(
          "update_mask",
          call(
              "FieldMask",
              Map.of(
                  "field_mask",
                  items("[", call.mask().stream().map(PythonText::text).toList(), "]"))));
    }
    return postgres((creates ? "create_" : "update_") + noun().word(), arguments);
  }

  private List<String> deleted(Map<String, List<String>> arguments) {
    arguments.put("name", text(call.name()));
    if (call.has("purge")) {
      arguments.put("purge", List.of("True"));
    }
    if (!call.query("reassign_owned_to").isEmpty()) {
      arguments.put("reassign_owned_to", text(call.query("reassign_owned_to")));
    }
    String verb = call.verb() == Verb.DELETE ? "delete_" : "undelete_";
    return postgres(verb + noun().word(), arguments);
  }

  private List<String> list(Map<String, List<String>> arguments) {
    if (!call.name().isEmpty()) {
      arguments.put("parent", text(call.name()));
    }
    if (!call.query("page_size").isEmpty()) {
      arguments.put("page_size", List.of(call.query("page_size")));
    }
    if (!call.query("page_token").isEmpty()) {
      arguments.put("page_token", text(call.query("page_token")));
    }
    if (call.has("show_deleted")) {
      arguments.put("show_deleted", List.of("True"));
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Layout.wrap(
            "for " + noun().word() + " in ", postgres("list_" + noun().words(), arguments), ":"));
    lines.add(IN + "print(" + noun().word() + ")");
    return lines;
  }

  private List<String> permissions(String verb, Map<String, List<String>> arguments) {
    arguments.put("request_object_type", text("database-projects"));
    arguments.put("request_object_id", text(call.name()));
    fill(arguments, Messages.ACCESS, call.body());
    return printed("permissions", call("w.permissions." + verb, arguments));
  }

  /** The request itself. */
  private List<String> plain() {
    Action action = call.action();
    List<List<String>> arguments = new ArrayList<>();
    arguments.add(text(action.method()));
    arguments.add(text(action.path()));
    if (!action.query().isEmpty()) {
      List<List<String>> query =
          action.query().entrySet().stream()
              .map(entry -> pair(entry.getKey(), text(entry.getValue())))
              .toList();
      arguments.add(Layout.wrap("query=", items("{", query, "}"), ""));
    }
    JsonValue body = action.body();
    if (body != null) {
      arguments.add(Layout.wrap("body=", plain(body), ""));
    }
    List<String> lines = new ArrayList<>();
    if (call.verb() != Verb.OTHER) {
      lines.add(
          call.isTyped()
              ? "# The SDK's structures leave out what is empty: the request as it is."
              : "# The SDK has no structure for all of this: the request as it is.");
    }
    lines.addAll(printed("answer", items("w.api_client.do(", arguments, ")")));
    return lines;
  }

  private static List<String> plain(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text) -> text(text);
      case JsonValue.Decimal(var number) -> List.of(Words.number(number));
      case JsonValue.Flag(var flag) -> List.of(flag ? "True" : "False");
      case JsonValue.Nothing _ -> List.of("None");
      case JsonValue.Items(var values) ->
          items("[", values.stream().map(PythonText::plain).toList(), "]");
      case JsonValue.Members(var members) ->
          items(
              "{",
              members.entrySet().stream()
                  .map(entry -> pair(entry.getKey(), plain(entry.getValue())))
                  .toList(),
              "}");
    };
  }

  private List<String> value(Type type, JsonValue value) {
    return switch (type) {
      case Type.Scalar scalar -> List.of(scalar(scalar, value));
      case Type.Choice choice -> {
        imported(choice.name().equals("PermissionLevel") ? IAM : POSTGRES, choice.name());
        yield List.of(choice.name() + "." + ((JsonValue.Text) value).value());
      }
      case Type.ListOf(var item) ->
          items(
              "[",
              ((JsonValue.Items) value).values().stream().map(each -> value(item, each)).toList(),
              "]");
      case Type.TextMap _ -> plain(value);
      case Type.Message message -> {
        imported(message.name().equals("AccessControlRequest") ? IAM : POSTGRES, message.name());
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        if (message.fields().containsKey(Messages.ENDPOINT_TYPE)
            && !((JsonValue.Members) value).values().containsKey(Messages.ENDPOINT_TYPE)) {
          // The structure demands it; what is None is not sent.
          arguments.put(Messages.ENDPOINT_TYPE, List.of("None"));
        }
        fill(arguments, message, value);
        yield call(message.name(), arguments);
      }
    };
  }

  private void fill(Map<String, List<String>> arguments, Type.Message message, JsonValue value) {
    ((JsonValue.Members) value)
        .values()
        .forEach((name, member) -> {
          if (message.field(name) == Type.Scalar.TIME) {
            moments.add(name + " = Timestamp()");
            moments.add(name + ".FromJsonString(" + scalar(Type.Scalar.TEXT, member) + ")");
            imported("google.protobuf.timestamp_pb2", "Timestamp");
            arguments.put(name, List.of(name));
          } else {
            arguments.put(name, value(message.field(name), member));
          }
        });
  }

  private String scalar(Type.Scalar type, JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text) when type == Type.Scalar.DURATION -> {
        imported("google.protobuf.duration_pb2", "Duration");
        var length = Objects.requireNonNull(Words.duration(text));
        yield "Duration(seconds="
            + length.toSeconds()
            + (length.toNanosPart() == 0 ? "" : ", nanos=" + length.toNanosPart())
            + ")";
      }
      case JsonValue.Text(var text) -> Literals.python(text);
      case JsonValue.Flag(var flag) -> flag ? "True" : "False";
      case JsonValue.Decimal(var number) -> Words.number(number);
      default -> throw new IllegalArgumentException("not a scalar: " + value);
    };
  }

  private void imported(String module, String name) {
    imports.computeIfAbsent(module, _ -> new TreeSet<>()).add(name);
  }

  private static List<String> postgres(String method, Map<String, List<String>> arguments) {
    return call("w.postgres." + method, arguments);
  }

  /** On one line where there is one short argument. */
  private static List<String> call(String function, Map<String, List<String>> arguments) {
    return items(
        function + "(",
        arguments.entrySet().stream()
            .map(entry -> Layout.wrap(entry.getKey() + "=", entry.getValue(), ""))
            .toList(),
        ")");
  }

  private static List<String> pair(String key, List<String> value) {
    return Layout.wrap(Literals.python(key) + ": ", value, "");
  }

  private static List<String> items(String open, List<List<String>> values, String close) {
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

  private static List<String> waited(List<String> operation) {
    return Layout.wrap("", operation, ".wait()");
  }

  private static List<String> printed(String name, List<String> value) {
    return printed(name, "", value);
  }

  private static List<String> printed(String name, String part, List<String> value) {
    List<String> lines = new ArrayList<>(Layout.wrap(name + " = ", value, ""));
    lines.add("print(" + name + part + ")");
    return lines;
  }

  private static List<String> text(String text) {
    return List.of(Literals.python(text));
  }

  private Noun noun() {
    return Objects.requireNonNull(call.noun());
  }
}
