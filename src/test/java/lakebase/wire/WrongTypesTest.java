package lakebase.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands where, reading ends in a value or in a {@link WireException} without content. */
class WrongTypesTest {

  private static final String PLANTED = "s3cr3t-content";

  record Kind(String name, JsonNode sample, Function<JsonNode, Object> reader) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void anyValueAnywhere(
      @ForAll("kinds") Kind kind, @ForAll("replacements") String json, @ForAll int where) {
    JsonNode changed = kind.sample.deepCopy();
    List<Runnable> places = new ArrayList<>();
    collect(changed, Json.parse(json), places);
    places.get(Math.floorMod(where, places.size())).run();
    try {
      assertThat(kind.reader.apply(changed)).isNotNull();
    } catch (WireException refused) {
      assertThat(refused.getMessage()).doesNotContain(PLANTED);
      assertThat(refused.getCause()).isNull();
      assertThat(refused.path()).isNotEmpty();
    }
  }

  /** Found by the property: a map's key is content, too. */
  @Example
  void keyOfAMapIsNotNamed() {
    JsonNode body =
        Json.parse(
            "{\"name\":\"projects/p\",\"status\":{\"default_endpoint_settings\":{\"pg_settings\":{\""
                + PLANTED
                + "\":1}}}}");
    assertThatThrownBy(() -> ProjectJson.read(body))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("pg_settings")
        .hasMessageNotContaining(PLANTED);
  }

  private static void collect(JsonNode at, JsonNode replacement, List<Runnable> places) {
    if (at instanceof ObjectNode object) {
      for (var entry : object.properties()) {
        places.add(() -> object.set(entry.getKey(), replacement));
        collect(entry.getValue(), replacement, places);
      }
    } else if (at instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        places.add(() -> array.set(index, replacement));
        collect(array.get(i), replacement, places);
      }
    }
  }

  @Provide
  Arbitrary<String> replacements() {
    return Arbitraries.of(
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "1e400",
        "99999999999999999999",
        "[]",
        "{}",
        "\"\"",
        "[1]",
        "[null]",
        "{\"a\":{}}",
        "\"" + PLANTED + "\"",
        "[\"" + PLANTED + "\"]",
        "{\"" + PLANTED + "x\":1}");
  }

  @Provide
  Arbitrary<Kind> kinds() {
    return Arbitraries.oneOf(
        Values.wholeProjects().map(p -> kind("project", ProjectJson.write(p), ProjectJson::read)),
        Values.wholeBranches().map(b -> kind("branch", BranchJson.write(b), BranchJson::read)),
        Values.wholeEndpoints()
            .map(e -> kind("endpoint", EndpointJson.write(e), EndpointJson::read)),
        Values.wholeRoles().map(r -> kind("role", RoleJson.write(r), RoleJson::read)),
        Values.wholeDatabases()
            .map(d -> kind("database", DatabaseJson.write(d), DatabaseJson::read)),
        Arbitraries.of(
            kind(
                "operation",
                Json.parse(
                    "{\"name\":\"projects/p/operations/1\",\"metadata\":{\"@type\":\"t\"},"
                        + "\"done\":true,\"error\":{\"error_code\":\"X\",\"details\":[{}]}}"),
                OperationJson::read),
            kind(
                "credential",
                Json.parse("{\"token\":\"t\",\"expire_time\":\"2026-01-01T00:00:00Z\"}"),
                CredentialJson::read),
            kind(
                "permissions",
                Json.parse(
                    "{\"access_control_list\":[{\"user_name\":\"u\",\"all_permissions\":"
                        + "[{\"permission_level\":\"CAN_USE\",\"inherited\":true}]}]}"),
                PermissionsJson::read)));
  }

  private static Kind kind(String name, JsonNode sample, Function<JsonNode, Object> reader) {
    return new Kind(name, sample, reader);
  }
}
