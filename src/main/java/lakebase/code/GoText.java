package lakebase.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lakebase.wire.JsonValue;

/**
 * A program for the Databricks SDK for Go. Its structures leave out empty lists and maps, and send
 * an endpoint's type even where there is none, so that such things go as a plain request.
 */
final class GoText {

  private static final String IN = "\t";
  private static final List<String> STOP = List.of("if err != nil {", IN + "panic(err)", "}");

  private final Call call;
  private final GoValues values = new GoValues();

  GoText(Call call) {
    this.call = call;
  }

  String text() {
    values.standard().addAll(List.of("context", "fmt"));
    values.imported("");
    List<String> body = isTyped() ? typed() : plain();
    List<String> lines = new ArrayList<>();
    lines.add("package main");
    lines.add("");
    lines.add("import (");
    values.standard().forEach(name -> lines.add(IN + "\"" + name + "\""));
    lines.add("");
    values.imports().forEach(name -> lines.add(IN + name));
    lines.add(")");
    lines.add("");
    lines.add("func main() {");
    lines.add(IN + "ctx := context.Background()");
    lines.add(
        IN
            + "w := databricks.Must(databricks.NewWorkspaceClient())"
            + " // DATABRICKS_HOST, DATABRICKS_TOKEN");
    lines.addAll(Layout.indent(IN, body));
    lines.add("}");
    return Layout.text(lines);
  }

  private boolean isTyped() {
    return call.isTyped()
        && !call.sendsEmpty()
        && !(call.verb() == Verb.UPDATE && call.noun() == Noun.ENDPOINT);
  }

  private List<String> typed() {
    return switch (call.verb()) {
      case CREATE, UPDATE -> operation(noun().word(), changed());
      case DELETE, UNDELETE -> operation("", deleted());
      case GET -> postgres(noun().word(), "Get" + noun().type(), named("Get", noun().type()));
      case LIST -> postgres(noun().words(), "List" + noun().types() + "All", list());
      case OPERATION -> postgres("operation", "GetOperation", named("Get", "Operation"));
      case CREDENTIAL -> {
        List<String> lines =
            new ArrayList<>(
                called(
                    "credential",
                    "w.Postgres.GenerateDatabaseCredential",
                    values.message("", Messages.CREDENTIAL, call.body(), new LinkedHashMap<>())));
        lines.add("fmt.Println(credential.Token)");
        yield lines;
      }
      case PERMISSIONS -> permissions("Get", "GetPermissionRequest");
      case GRANT -> permissions("Update", "UpdateObjectPermissions");
      case SET_PERMISSIONS -> permissions("Set", "SetObjectPermissions");
      case ME -> {
        values.imported("service/iam");
        yield shown("me", called("me", "w.CurrentUser.Me", List.of("iam.MeRequest{}")));
      }
      case OTHER -> plain();
    };
  }

  private List<String> changed() {
    boolean creates = call.verb() == Verb.CREATE;
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (!creates) {
      fields.put("Name", GoValues.text(call.name()));
    } else if (!call.name().isEmpty()) {
      fields.put("Parent", GoValues.text(call.name()));
    }
    if (!call.newId().isEmpty()) {
      fields.put(noun().type() + "Id", GoValues.text(call.newId()));
    }
    fields.put(
        noun().type(), values.message("", noun().message(), call.body(), new LinkedHashMap<>()));
    if (call.has("replace_existing")) {
      fields.put("ReplaceExisting", List.of("true"));
    }
    if (!creates) {
      values.imported("common/types/fieldmask");
      fields.put(
          "UpdateMask",
          GoValues.structure(
              "fieldmask.FieldMask",
              Map.of(
                  "Paths",
                  GoValues.items(
                      "[]string{", call.mask().stream().map(GoValues::text).toList(), "}"))));
    }
    String method = (creates ? "Create" : "Update") + noun().type();
    return calledPostgres(method, GoValues.structure("postgres." + method + "Request", fields));
  }

  private List<String> deleted() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("Name", GoValues.text(call.name()));
    if (call.has("purge")) {
      fields.put("Purge", List.of("true"));
    }
    if (!call.query("reassign_owned_to").isEmpty()) {
      fields.put("ReassignOwnedTo", GoValues.text(call.query("reassign_owned_to")));
    }
    String method = (call.verb() == Verb.DELETE ? "Delete" : "Undelete") + noun().type();
    return calledPostgres(method, GoValues.structure("postgres." + method + "Request", fields));
  }

  private List<String> list() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (!call.name().isEmpty()) {
      fields.put("Parent", GoValues.text(call.name()));
    }
    if (!call.query("page_size").isEmpty()) {
      fields.put("PageSize", List.of(call.query("page_size")));
    }
    if (!call.query("page_token").isEmpty()) {
      fields.put("PageToken", GoValues.text(call.query("page_token")));
    }
    if (call.has("show_deleted")) {
      fields.put("ShowDeleted", List.of("true"));
    }
    return GoValues.structure("postgres.List" + noun().types() + "Request", fields);
  }

  private List<String> permissions(String method, String type) {
    values.imported("service/iam");
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("RequestObjectType", GoValues.text("database-projects"));
    fields.put("RequestObjectId", GoValues.text(call.name()));
    call.body()
        .values()
        .forEach((name, value) ->
            fields.put(Words.pascal(name), values.value(Messages.ACCESS.field(name), value, true)));
    return shown(
        "permissions",
        called(
            "permissions", "w.Permissions." + method, GoValues.structure("iam." + type, fields)));
  }

  /** The request itself. */
  private List<String> plain() {
    Action action = call.action();
    values.imported("client");
    values.standard().add("net/http");
    List<String> lines = new ArrayList<>();
    if (call.verb() != Verb.OTHER) {
      lines.add(
          call.isTyped()
              ? "// The SDK's structures cannot say exactly this: the request as it is."
              : "// The SDK has no structure for all of this: the request as it is.");
    }
    lines.add("api, err := client.New(w.Config)");
    lines.addAll(STOP);
    lines.add("var answer map[string]any");
    JsonValue body = action.body();
    List<List<String>> query =
        action.query().entrySet().stream()
            .map(entry -> GoValues.pair(entry.getKey(), GoValues.text(entry.getValue())))
            .toList();
    List<List<String>> arguments =
        List.of(
            List.of("ctx"),
            List.of("http.Method" + Words.pascal(action.method())),
            GoValues.text(action.path()),
            List.of(
                "map[string]string{\"Accept\": \"application/json\""
                    + (body == null ? "" : ", \"Content-Type\": \"application/json\"")
                    + "}"),
            GoValues.items("map[string]any{", query, "}"),
            body == null ? List.of("nil") : GoValues.plain(body),
            List.of("&answer"));
    lines.addAll(GoValues.items("err = api.Do(", arguments, ")"));
    lines.addAll(STOP);
    lines.add("fmt.Println(answer)");
    return lines;
  }

  private List<String> named(String verb, String type) {
    return GoValues.structure(
        "postgres." + verb + type + "Request", Map.of("Name", GoValues.text(call.name())));
  }

  private List<String> calledPostgres(String method, List<String> request) {
    values.imported("service/postgres");
    return called("operation", "w.Postgres." + method, request);
  }

  private List<String> postgres(String name, String method, List<String> request) {
    values.imported("service/postgres");
    return shown(name, called(name, "w.Postgres." + method, request));
  }

  private static List<String> called(String name, String method, List<String> request) {
    List<String> lines =
        new ArrayList<>(Layout.wrap(name + ", err := " + method + "(ctx, ", request, ")"));
    lines.addAll(STOP);
    return lines;
  }

  private static List<String> shown(String name, List<String> lines) {
    List<String> all = new ArrayList<>(lines);
    all.add("fmt.Printf(\"%+v\\n\", " + name + ")");
    return all;
  }

  private static List<String> operation(String result, List<String> lines) {
    List<String> all = new ArrayList<>(lines);
    if (result.isEmpty()) {
      all.add("if err := operation.Wait(ctx); err != nil {");
      all.addAll(STOP.subList(1, STOP.size()));
      all.add("fmt.Println(\"done\")");
      return all;
    }
    all.add(result + ", err := operation.Wait(ctx)");
    all.addAll(STOP);
    return shown(result, all);
  }

  private Noun noun() {
    return Objects.requireNonNull(call.noun());
  }
}
