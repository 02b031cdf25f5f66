package lakebase.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import lakebase.wire.JsonValue;

/** A class for the Databricks SDK for Java. */
final class JavaText {

  private static final String SDK = "com.databricks.sdk.";
  private static final String POSTGRES = SDK + "service.postgres.";
  private static final String IAM = SDK + "service.iam.";
  private static final String IN = "    ";

  private final Call call;
  private final TreeSet<String> imports = new TreeSet<>();

  JavaText(Call call) {
    this.call = call;
  }

  String text() {
    imports.add(SDK + "WorkspaceClient");
    List<String> body = call.isTyped() ? typed() : plain();
    List<String> lines = new ArrayList<>();
    imports.forEach(name -> lines.add("import " + name + ";"));
    lines.add("");
    lines.add("public class " + className() + " {");
    lines.add("  public static void main(String[] args) throws Exception {");
    lines.add(
        IN + "WorkspaceClient w = new WorkspaceClient(); // DATABRICKS_HOST, DATABRICKS_TOKEN");
    lines.addAll(Layout.indent(IN, body));
    lines.add("  }");
    lines.add("}");
    return Layout.text(lines);
  }

  private String className() {
    String noun = call.noun() == null ? "" : call.noun().type();
    return switch (call.verb()) {
      case LIST -> "List" + Objects.requireNonNull(call.noun()).types();
      case OPERATION -> "GetOperation";
      case CREDENTIAL -> "GenerateCredential";
      case PERMISSIONS -> "GetPermissions";
      case GRANT -> "Grant";
      case SET_PERMISSIONS -> "SetPermissions";
      case ME -> "Me";
      case OTHER -> "Send";
      default -> Words.pascal(call.verb().name()) + noun;
    };
  }

  private List<String> typed() {
    return switch (call.verb()) {
      case CREATE, UPDATE -> made(noun(), changed());
      case DELETE, UNDELETE -> finished(deleted());
      case GET ->
          shown(noun().type(), noun().word(), method("get" + noun().type(), request("Get", "")));
      case LIST -> list();
      case OPERATION ->
          shown(
              "Operation",
              "operation",
              method(
                  "getOperation", set(created("GetOperationRequest"), "Name", text(call.name()))));
      case CREDENTIAL -> credential();
      case PERMISSIONS -> permissions("get", "GetPermissionRequest");
      case GRANT -> permissions("update", "UpdateObjectPermissions");
      case SET_PERMISSIONS -> permissions("set", "SetObjectPermissions");
      case ME -> {
        imports.add(IAM + "User");
        yield printed("User", "me", service("currentUser", "me", iam("MeRequest")));
      }
      case OTHER -> plain();
    };
  }

  private List<String> changed() {
    boolean creates = call.verb() == Verb.CREATE;
    String verb = creates ? "create" : "update";
    List<String> request = created(Words.pascal(verb) + noun().type() + "Request");
    if (creates) {
      request = call.name().isEmpty() ? request : set(request, "Parent", text(call.name()));
      if (!call.newId().isEmpty()) {
        request = set(request, noun().type() + "Id", text(call.newId()));
      }
    } else {
      request = set(request, "Name", text(call.name()));
    }
    request = set(request, noun().type(), value(noun().message(), call.body()));
    if (call.has("replace_existing")) {
      request = set(request, "ReplaceExisting", List.of("true"));
    }
    if (!creates) {
      imports.add("com.google.protobuf.FieldMask");
      List<String> mask = List.of("FieldMask.newBuilder()");
      for (String path : call.mask()) {
        mask = chained(mask, ".addPaths(", text(path), ")");
      }
      request = set(request, "UpdateMask", chained(mask, ".build(", List.of(""), ")"));
    }
    return method(verb + noun().type(), request);
  }

  private List<String> deleted() {
    boolean deletes = call.verb() == Verb.DELETE;
    List<String> request = request(deletes ? "Delete" : "Undelete", "");
    if (call.has("purge")) {
      request = set(request, "Purge", List.of("true"));
    }
    String heir = call.query("reassign_owned_to");
    if (!heir.isEmpty()) {
      request = set(request, "ReassignOwnedTo", text(heir));
    }
    return method((deletes ? "delete" : "undelete") + noun().type(), request);
  }

  private List<String> list() {
    List<String> request = created("List" + noun().types() + "Request");
    request = call.name().isEmpty() ? request : set(request, "Parent", text(call.name()));
    if (!call.query("page_size").isEmpty()) {
      request = set(request, "PageSize", List.of(call.query("page_size") + "L"));
    }
    if (!call.query("page_token").isEmpty()) {
      request = set(request, "PageToken", text(call.query("page_token")));
    }
    if (call.has("show_deleted")) {
      request = set(request, "ShowDeleted", List.of("true"));
    }
    imports.add(POSTGRES + noun().type());
    List<String> lines = new ArrayList<>();
    lines.add("for (" + noun().type() + " " + noun().word() + " :");
    lines.addAll(
        Layout.indent(IN, Layout.wrap("", method("list" + noun().types(), request), ") {")));
    lines.add("  System.out.println(" + noun().word() + ");");
    lines.add("}");
    return lines;
  }

  private List<String> credential() {
    List<String> asked = value(Messages.CREDENTIAL, call.body());
    List<String> lines =
        new ArrayList<>(
            assigned(
                "DatabaseCredential", "credential", method("generateDatabaseCredential", asked)));
    lines.add("System.out.println(credential.getToken());");
    imports.add(POSTGRES + "DatabaseCredential");
    return lines;
  }

  private List<String> permissions(String verb, String type) {
    List<String> request = set(iam(type), "RequestObjectType", text("database-projects"));
    request = set(request, "RequestObjectId", text(call.name()));
    for (Map.Entry<String, JsonValue> member : call.body().values().entrySet()) {
      request =
          set(
              request,
              Words.pascal(member.getKey()),
              value(Messages.ACCESS.field(member.getKey()), member.getValue()));
    }
    imports.add(IAM + "ObjectPermissions");
    return printed("ObjectPermissions", "permissions", service("permissions", verb, request));
  }

  /** The request itself, for what the SDK has no structure for. */
  private List<String> plain() {
    Action action = call.action();
    imports.add(SDK + "core.http.Request");
    imports.add("java.util.HashMap");
    List<String> start = new ArrayList<>();
    start.add("new Request(");
    List<String> arguments = new ArrayList<>();
    arguments.add(Literals.java(action.method()) + ",");
    boolean hasBody = action.body() != null;
    arguments.add(Literals.java(action.path()) + (hasBody ? "," : ")"));
    if (action.body() != null) {
      arguments.add(Literals.java(JsonText.of(action.body())) + ")");
    }
    start.addAll(Layout.indent(IN + IN, arguments));
    List<String> request = start;
    for (Map.Entry<String, String> entry : action.query().entrySet()) {
      request =
          chained(
              request,
              ".withQueryParam(",
              List.of(Literals.java(entry.getKey()) + ", " + Literals.java(entry.getValue())),
              ")");
    }
    request = chained(request, ".withHeader(", List.of("\"Accept\", \"application/json\""), ")");
    if (hasBody) {
      request =
          chained(request, ".withHeader(", List.of("\"Content-Type\", \"application/json\""), ")");
    }
    List<String> lines = new ArrayList<>();
    if (call.verb() != Verb.OTHER) {
      lines.add("// The SDK has no structure for all of this: the request as it is.");
    }
    lines.addAll(assigned("Request", "request", request));
    lines.add("System.out.println(w.apiClient().execute(request, HashMap.class));");
    return lines;
  }

  private List<String> value(Type type, JsonValue value) {
    return switch (type) {
      case Type.Scalar scalar -> List.of(scalar(scalar, value));
      case Type.Choice choice -> {
        imports.add((choice.name().equals("PermissionLevel") ? IAM : POSTGRES) + choice.name());
        yield List.of(choice.name() + "." + ((JsonValue.Text) value).value());
      }
      case Type.ListOf(var item) -> {
        imports.add("java.util.List");
        yield arguments(
            "List.of(",
            ((JsonValue.Items) value).values().stream().map(each -> value(item, each)).toList());
      }
      case Type.TextMap _ -> {
        imports.add("java.util.Map");
        yield arguments(
            "Map.ofEntries(",
            ((JsonValue.Members) value)
                .values().entrySet().stream()
                    .map(entry ->
                        List.of(
                            "Map.entry("
                                + Literals.java(entry.getKey())
                                + ", "
                                + scalar(Type.Scalar.TEXT, entry.getValue())
                                + ")"))
                    .toList());
      }
      case Type.Message message -> message(message, (JsonValue.Members) value);
    };
  }

  private List<String> message(Type.Message message, JsonValue.Members value) {
    List<String> lines =
        message.name().equals("AccessControlRequest")
            ? iam(message.name())
            : created(message.name());
    for (var member : value.values().entrySet()) {
      Type type = message.field(member.getKey());
      lines = set(lines, Words.pascal(member.getKey()), value(type, member.getValue()));
    }
    return lines;
  }

  private String scalar(Type.Scalar type, JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text) when type == Type.Scalar.DURATION -> {
        imports.add("com.google.protobuf.util.Durations");
        yield "Durations.parseUnchecked(" + Literals.java(text) + ")";
      }
      case JsonValue.Text(var text) when type == Type.Scalar.TIME -> {
        imports.add("com.google.protobuf.util.Timestamps");
        yield "Timestamps.parseUnchecked(" + Literals.java(text) + ")";
      }
      case JsonValue.Text(var text) -> Literals.java(text);
      case JsonValue.Flag(var flag) -> String.valueOf(flag);
      case JsonValue.Decimal(var number) ->
          type == Type.Scalar.INTEGER ? Words.number(number) + "L" : Words.decimal(number);
      default -> throw new IllegalArgumentException("not a scalar: " + value);
    };
  }

  private static List<String> arguments(String open, List<List<String>> values) {
    if (values.isEmpty()) {
      return List.of(open + ")");
    }
    List<String> lines = new ArrayList<>();
    lines.add(open);
    for (int at = 0; at < values.size(); at++) {
      String end = at == values.size() - 1 ? ")" : ",";
      lines.addAll(Layout.indent(IN, Layout.wrap("", values.get(at), end)));
    }
    return lines;
  }

  private List<String> request(String verb, String suffix) {
    return set(created(verb + noun().type() + suffix + "Request"), "Name", text(call.name()));
  }

  private List<String> created(String type) {
    imports.add(POSTGRES + type);
    return List.of("new " + type + "()");
  }

  private List<String> iam(String type) {
    imports.add(IAM + type);
    return List.of("new " + type + "()");
  }

  private static List<String> set(List<String> object, String field, List<String> value) {
    return chained(object, ".set" + field + "(", value, ")");
  }

  /** A call on what the lines so far make. */
  private static List<String> chained(
      List<String> object, String before, List<String> value, String after) {
    List<String> lines = new ArrayList<>(object);
    if (value.size() == 1) {
      lines.add(IN + before + value.getFirst() + after);
    } else {
      lines.add(IN + before);
      lines.addAll(Layout.indent(IN + IN, Layout.wrap("", value, after)));
    }
    return lines;
  }

  private static List<String> method(String name, List<String> request) {
    return service("postgres", name, request);
  }

  private static List<String> service(String service, String name, List<String> request) {
    return chained(List.of("w." + service + "()"), "." + name + "(", request, ")");
  }

  private List<String> made(Noun noun, List<String> operation) {
    imports.add(POSTGRES + noun.type());
    return printed(noun.type(), noun.word(), waited(operation));
  }

  private static List<String> finished(List<String> operation) {
    return Layout.wrap("", waited(operation), ";");
  }

  private static List<String> waited(List<String> operation) {
    return chained(operation, ".waitForCompletion(", List.of(""), ")");
  }

  private List<String> shown(String type, String name, List<String> value) {
    imports.add(POSTGRES + type);
    return printed(type, name, value);
  }

  private static List<String> printed(String type, String name, List<String> value) {
    List<String> lines = new ArrayList<>(assigned(type, name, value));
    lines.add("System.out.println(" + name + ");");
    return lines;
  }

  private static List<String> assigned(String type, String name, List<String> value) {
    List<String> lines = new ArrayList<>();
    lines.add(type + " " + name + " =");
    lines.addAll(Layout.indent(IN, Layout.wrap("", value, ";")));
    return Collections.unmodifiableList(lines);
  }

  private static List<String> text(String text) {
    return List.of(Literals.java(text));
  }

  private Noun noun() {
    return Objects.requireNonNull(call.noun());
  }
}
