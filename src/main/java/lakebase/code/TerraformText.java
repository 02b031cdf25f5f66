package lakebase.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lakebase.model.ResourceName;
import lakebase.wire.JsonValue;

/**
 * The state that the action leads to, for the Databricks provider of Terraform. What Terraform
 * cannot say is a comment (contract §10).
 */
final class TerraformText {

  private static final String IN = "  ";

  private final Call call;
  private final List<String> lines = new ArrayList<>();

  TerraformText(Call call) {
    this.call = call;
  }

  String text() {
    if (!call.isTyped()) {
      instead("say all of this");
      return Layout.text(lines);
    }
    switch (call.verb()) {
      case CREATE -> create();
      case UPDATE -> update();
      case DELETE -> delete();
      case UNDELETE -> instead("bring back what was deleted");
      case GET ->
          data("databricks_postgres_" + noun().word(), label(call.name()), "name", call.name());
      case LIST -> list();
      case OPERATION -> instead("read an operation; it waits for its own");
      case CREDENTIAL -> {
        instead("make a credential for a database");
        say("A state would keep it in clear text, and it lives an hour at most.");
      }
      case PERMISSIONS -> instead("read permissions without managing them");
      case GRANT -> {
        say("This resource is the whole list: what it does not name is taken away.");
        say("Add the blocks to those of the resource that you have.");
        permissions();
      }
      case SET_PERMISSIONS -> permissions();
      case ME -> data("databricks_current_user", "me", "", "");
      case OTHER -> {}
    }
    return Layout.text(lines);
  }

  private void create() {
    boolean adopts = call.has("replace_existing");
    if (adopts) {
      say("replace_existing adopts what exists already, and changes it to this.");
      if (noun() == Noun.ROLE) {
        say("A role is replaced whole: memberships that are left out are lost; and one that was");
        say("adopted is really deleted when its block is removed.");
      } else if (noun() == Noun.BRANCH || noun() == Noun.ENDPOINT) {
        say("What came with its parent is not deleted when its block is removed.");
      }
    }
    if (noun() != Noun.PROJECT && noun() != Noun.BRANCH) {
      say("One change of a branch at a time: others beside it need depends_on.");
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String id = call.newId();
    if (!id.isEmpty()) {
      fields.put(noun().word() + "_id", text(id));
    }
    if (!call.name().isEmpty()) {
      fields.put("parent", text(call.name()));
    }
    fields.putAll(members(call.body()));
    if (adopts) {
      fields.put("replace_existing", List.of("true"));
    }
    resource(id.isEmpty() ? "this" : label(id), fields);
  }

  private void update() {
    say("Terraform has no update mask: it sends the whole spec. Change these fields of the block");
    say("that you have, and leave its others as they are:");
    call.mask().forEach(path -> say("  " + path + group(path)));
    if (noun() == Noun.PROJECT) {
      say("A retention that is left out goes back to 7 days, and default_endpoint_settings that");
      say("are left out may fail half way.");
    } else if (noun() == Noun.ENDPOINT) {
      say("The block must say its endpoint_type, too.");
    }
    say(
        noun() == Noun.PROJECT
            ? "Not in Terraform yet? Import it:"
            : "Not in Terraform yet? Add replace_existing = true, or import it:");
    say("  terraform import " + address() + " " + Literals.shell(call.name()));
    Map<String, List<String>> fields = identity();
    fields.putAll(members(call.body()));
    resource(label(call.name()), fields);
  }

  /** Of a oneof, which the mask calls by its group, only one member may stand in a block. */
  private static String group(String path) {
    return path.endsWith(".expiration")
        ? " (one of ttl, expire_time, no_expiry)"
        : path.endsWith(".suspension") ? " (one of suspend_timeout_duration, no_suspension)" : "";
  }

  private void delete() {
    if (!call.query("reassign_owned_to").isEmpty()) {
      say("Terraform cannot give to another role what the deleted one owns. Do that first:");
      say("  REASSIGN OWNED BY ... TO ...");
    }
    if (call.has("purge")) {
      say("Add purge_on_delete to the block that you have, and apply:");
      Map<String, List<String>> fields = identity();
      fields.put("purge_on_delete", List.of("true"));
      resource(label(call.name()), fields);
      lines.add("");
    }
    say(
        call.has("purge")
            ? "Then remove the block and apply, or:"
            : "Remove the block and apply, or:");
    say("  terraform destroy -target=" + address());
    if (call.isSoftlyDeleted() && !call.has("purge")) {
      say("It can be brought back for 7 days; with purge_on_delete = true it is gone at once.");
    }
  }

  private void list() {
    if (call.has("show_deleted")) {
      say("Terraform does not list what is deleted.");
    }
    boolean nested = !call.name().isEmpty();
    data(
        "databricks_postgres_" + noun().words(),
        "all",
        nested ? "parent" : "",
        nested ? call.name() : "");
  }

  private void permissions() {
    lines.add("resource \"databricks_permissions\" \"" + label(call.name()) + "\" {");
    lines.add(IN + "database_project_name = " + Literals.hcl(call.name()));
    if (call.body().values().get("access_control_list") instanceof JsonValue.Items(var entries)) {
      for (JsonValue entry : entries) {
        lines.add("");
        lines.add(IN + "access_control {");
        lines.addAll(
            Layout.indent(
                IN + IN, Layout.aligned(members((JsonValue.Members) entry), "=", true, "")));
        lines.add(IN + "}");
      }
    }
    lines.add("}");
  }

  private Map<String, List<String>> identity() {
    ResourceName name = ResourceName.parse(call.name());
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put(noun().word() + "_id", text(name.id().value()));
    name.parent().ifPresent(parent -> fields.put("parent", text(parent.toString())));
    return fields;
  }

  private void resource(String label, Map<String, List<String>> fields) {
    lines.add("resource \"databricks_postgres_" + noun().word() + "\" \"" + label + "\" {");
    lines.addAll(Layout.indent(IN, Layout.aligned(fields, "=", true, "")));
    lines.add("}");
  }

  private void data(String type, String label, String field, String value) {
    String open = "data \"" + type + "\" \"" + label + "\" {";
    if (field.isEmpty()) {
      lines.add(open + "}");
    } else {
      lines.add(open);
      lines.add(IN + field + " = " + Literals.hcl(value));
      lines.add("}");
    }
  }

  private void instead(String what) {
    say("Terraform cannot " + what + ". By the CLI:");
    CliText.of(call).lines().forEach(line -> say("  " + line));
  }

  private void say(String comment) {
    lines.add("# " + comment);
  }

  private String address() {
    return "databricks_postgres_" + noun().word() + "." + label(call.name());
  }

  /** A name in Terraform, made of the last part of the name of a resource. */
  private static String label(String name) {
    String id = name.substring(name.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_-]", "_");
    return id.matches("[A-Za-z_].*") ? id : "_" + id;
  }

  private static Map<String, List<String>> members(JsonValue.Members members) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    members.values().forEach((name, value) -> fields.put(name, value(value)));
    return fields;
  }

  private static List<String> value(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text) -> text(text);
      case JsonValue.Decimal(var number) -> List.of(Words.number(number));
      case JsonValue.Flag(var flag) -> List.of(String.valueOf(flag));
      case JsonValue.Nothing _ -> List.of("null");
      case JsonValue.Items(var values) -> list(values);
      case JsonValue.Members members when members.values().isEmpty() -> List.of("{}");
      case JsonValue.Members members -> {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        members.values().forEach((name, member) -> fields.put(key(name), value(member)));
        List<String> block = new ArrayList<>();
        block.add("{");
        block.addAll(Layout.indent(IN, Layout.aligned(fields, "=", true, "")));
        block.add("}");
        yield block;
      }
    };
  }

  private static List<String> list(List<JsonValue> values) {
    List<List<String>> parts = values.stream().map(TerraformText::value).toList();
    if (parts.stream().allMatch(part -> part.size() == 1)) {
      return List.of(parts.stream().map(List::getFirst).toList().toString());
    }
    List<String> block = new ArrayList<>();
    block.add("[");
    parts.forEach(part -> block.addAll(Layout.indent(IN, Layout.wrap("", part, ","))));
    block.add("]");
    return block;
  }

  /** Names of Postgres settings may have a point, and are texts then. */
  private static String key(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : Literals.hcl(name);
  }

  private static List<String> text(String text) {
    return List.of(Literals.hcl(text));
  }

  private Noun noun() {
    return Objects.requireNonNull(call.noun());
  }
}
