package lakebase.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import lakebase.model.AccessEntry;
import lakebase.model.Branch;
import lakebase.model.Credential;
import lakebase.model.CurrentUser;
import lakebase.model.Database;
import lakebase.model.Endpoint;
import lakebase.model.HostMetadata;
import lakebase.model.Operation;
import lakebase.model.OperationName;
import lakebase.model.Page;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.Role;
import lakebase.model.Secret;
import lakebase.model.ServiceError;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever is written is read again as it was. */
class RoundTripTest {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void project(@ForAll("projects") Project project) {
    again(project, ProjectJson::write, ProjectJson::read);
    inPage(project, "projects", ProjectJson.write(project), ProjectJson::readPage);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void branch(@ForAll("branches") Branch branch) {
    again(branch, BranchJson::write, BranchJson::read);
    inPage(branch, "branches", BranchJson.write(branch), BranchJson::readPage);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void endpoint(@ForAll("endpoints") Endpoint endpoint) {
    again(endpoint, EndpointJson::write, EndpointJson::read);
    inPage(endpoint, "endpoints", EndpointJson.write(endpoint), EndpointJson::readPage);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void role(@ForAll("roles") Role role) {
    again(role, RoleJson::write, RoleJson::read);
    inPage(role, "roles", RoleJson.write(role), RoleJson::readPage);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void database(@ForAll("databases") Database database) {
    again(database, DatabaseJson::write, DatabaseJson::read);
    inPage(database, "databases", DatabaseJson.write(database), DatabaseJson::readPage);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void operation(@ForAll("operations") Operation operation) {
    again(operation, OperationJson::write, OperationJson::read);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void error(@ForAll("errors") ServiceError error) {
    again(error, ErrorJson::write, ErrorJson::read);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void credential(@ForAll("texts") String token, @ForAll("instants") Instant expireTime) {
    again(
        new Credential(new Secret(token), expireTime), CredentialJson::write, CredentialJson::read);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void currentUser(
      @ForAll("texts") String name, @ForAll("optionalTexts") @Nullable String displayName) {
    again(
        new CurrentUser(name, displayName, "42"),
        CurrentUserJson::write,
        json -> CurrentUserJson.read(json, "42"));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void hostMetadata(
      @ForAll("optionalTexts") @Nullable String one,
      @ForAll("optionalTexts") @Nullable String other) {
    again(
        new HostMetadata(one, other, one, other), HostMetadataJson::write, HostMetadataJson::read);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void permissions(@ForAll("texts") String level, @ForAll boolean inherited) {
    List<AccessEntry> entries =
        List.of(
            new AccessEntry("user_name", "jane@example.com", level, inherited),
            new AccessEntry("user_name", "jane@example.com", "CAN_USE", !inherited),
            new AccessEntry("group_name", "admins", "CAN_MANAGE", true));
    again(
        entries,
        list -> PermissionsJson.write(ProjectName.of("shop"), list),
        PermissionsJson::read);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void timestamp(@ForAll("instants") Instant time) {
    assertThat(Timestamps.parse(Timestamps.format(time))).contains(time);
    assertThat(Timestamps.format(time)).matches("[^.]*(\\.(\\d{3}|\\d{6}|\\d{9}))?Z");
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void duration(@ForAll("durations") Duration duration) {
    assertThat(Durations.parse(Durations.format(duration))).contains(duration);
    assertThat(Durations.format(duration)).matches("-?\\d+(\\.(\\d{3}|\\d{6}|\\d{9}))?s");
  }

  private static <T> void inPage(
      T item, String collection, JsonNode written, Function<JsonNode, Page<T>> read) {
    ObjectNode page = Json.object().put("next_page_token", "x");
    page.putArray(collection).add(written);
    assertThat(read.apply(Json.parse(Json.text(page)))).isEqualTo(new Page<>(List.of(item), "x"));
  }

  private static <T> void again(
      T value, Function<T, ? extends JsonNode> write, Function<JsonNode, T> read) {
    assertThat(read.apply(Json.parse(Json.text(write.apply(value))))).isEqualTo(value);
    assertThat(read.apply(Json.parse(Json.pretty(write.apply(value))))).isEqualTo(value);
  }

  @Provide
  Arbitrary<Project> projects() {
    return Values.wholeProjects();
  }

  @Provide
  Arbitrary<Branch> branches() {
    return Values.wholeBranches();
  }

  @Provide
  Arbitrary<Endpoint> endpoints() {
    return Values.wholeEndpoints();
  }

  @Provide
  Arbitrary<Role> roles() {
    return Values.wholeRoles();
  }

  @Provide
  Arbitrary<Database> databases() {
    return Values.wholeDatabases();
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Values.instants();
  }

  @Provide
  Arbitrary<Duration> durations() {
    return Values.durations();
  }

  @Provide
  Arbitrary<String> texts() {
    return Values.texts();
  }

  @Provide
  Arbitrary<@Nullable String> optionalTexts() {
    return Values.texts().injectNull(0.3);
  }

  @Provide
  Arbitrary<ServiceError> errors() {
    return Combinators.combine(
            Values.ids(),
            Values.ids(),
            Values.ids().map(id -> "{\"reason\":\"" + id + "\"}").list().ofMaxSize(2),
            Values.ids().injectNull(0.5))
        .as(ServiceError::new);
  }

  @Provide
  Arbitrary<Operation> operations() {
    Arbitrary<Operation.Outcome> outcomes =
        Arbitraries.oneOf(
            Arbitraries.just(new Operation.Outcome.Running()),
            Values.ids().map(id -> new Operation.Outcome.Succeeded("{\"name\":\"" + id + "\"}")),
            errors().map(Operation.Outcome.Failed::new));
    return Combinators.combine(
            Values.ids().map(id -> new OperationName("projects/p/operations/" + id)),
            Values.texts().injectNull(0.3),
            outcomes)
        .as(Operation::new);
  }
}
