package lakebase.state;

import static lakebase.state.SampleInventories.entry;
import static lakebase.state.SampleInventories.inventory;
import static lakebase.state.SampleInventories.project;
import static lakebase.state.SampleInventories.ref;
import static lakebase.state.SampleInventories.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lakebase.model.Endpoint;
import lakebase.model.EndpointHosts;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.state.Workspace.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {

  private static final AppState STATE =
      state(
          inventory(
              List.of(
                  entry(project("sample-shop", "Shop"), true, "production", "development"),
                  entry(project("checkout-prod", "Checkout"), true, "production"),
                  entry(project("billing", "Zürich Straße Billing"), false, "production"),
                  entry(project("old-shop", "Workshop tools"), false, "main"),
                  entry(project("shop-eu", "Shop EU"), false, "main"),
                  entry(project("fr-shop", "French shop"), false, "main"))));

  private static final SearchIndex INDEX = SearchIndex.EMPTY.updated(STATE);

  private static List<String> search(String typed) {
    return INDEX.search(SearchQuery.of(typed), 50).stream()
        .map(hit -> hit.ref().name().toString())
        .toList();
  }

  @Test
  void ranksWholeStartWordAnywhereThenId() {
    assertThat(search("shop"))
        .containsExactly(
            "projects/sample-shop",
            "projects/shop-eu",
            "projects/fr-shop",
            "projects/old-shop",
            // Nothing else is called so; their uids hold the project's id.
            "projects/sample-shop/branches/development",
            "projects/fr-shop/branches/main",
            "projects/old-shop/branches/main",
            "projects/shop-eu/branches/main",
            "projects/sample-shop/branches/production",
            "projects/fr-shop/branches/main/endpoints/primary",
            "projects/old-shop/branches/main/endpoints/primary",
            "projects/sample-shop/branches/development/endpoints/primary",
            "projects/sample-shop/branches/production/endpoints/primary",
            "projects/shop-eu/branches/main/endpoints/primary",
            "projects/sample-shop/branches/development/endpoints/reports",
            "projects/sample-shop/branches/production/endpoints/reports")
        .startsWith("projects/sample-shop");
  }

  @Test
  void putsProjectsBeforeBranchesBeforeEndpointsOfTheSameRank() {
    assertThat(search("pr"))
        .startsWith(
            "projects/billing/branches/production",
            "projects/checkout-prod/branches/production",
            "projects/sample-shop/branches/production",
            "projects/billing/branches/production/endpoints/primary");
  }

  @ParameterizedTest
  @CsvSource({
    "chec, projects/checkout-prod",
    "CHECKOUT-PROD, projects/checkout-prod",
    "zurich, projects/billing",
    "ZÜRICH STRASSE, projects/billing",
    "prj-billing, projects/billing",
    "sample-shop/dev, projects/sample-shop/branches/development",
    "shop / production, projects/sample-shop/branches/production",
    "shop/production/rep, projects/sample-shop/branches/production/endpoints/reports",
    "projects/sample-shop/branches/development, projects/sample-shop/branches/development",
    "projects/billing/branches/production/endpoints/primary,"
        + " projects/billing/branches/production/endpoints/primary",
    "projects/billing/branches/production/roles/admin, projects/billing/branches/production",
    "ep-billing-production-primary.database.local.example.com,"
        + " projects/billing/branches/production/endpoints/primary",
    "ep-billing-production-primary.database.local.example.com:5432,"
        + " projects/billing/branches/production/endpoints/primary",
    "postgresql://me%40x@ep-billing-production-primary.database.local.example.com:5432/db?a=b,"
        + " projects/billing/branches/production/endpoints/primary",
    "ep-checkout-prod-production-rep,"
        + " projects/checkout-prod/branches/production/endpoints/reports",
  })
  void findsFirst(String typed, String name) {
    assertThat(search(typed)).first().isEqualTo(name);
  }

  /** The port was dropped, and every compute of the local workspace was found. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:54002, reports",
    "postgresql://admin%40local@127.0.0.1:54001/databricks_postgres?sslmode=require, primary",
    "127.0.0.1:54001/databricks_postgres, primary",
  })
  void findsAComputeByThePortThatItAloneHas(String typed, String id) {
    ResourceName primary = ref("projects/sample-shop/branches/production/endpoints/primary").name();
    ResourceName reports = ref("projects/sample-shop/branches/production/endpoints/reports").name();
    AppState ported = withPort(withPort(STATE, primary, 54_001), reports, 54_002);
    SearchIndex index = SearchIndex.EMPTY.updated(ported);
    assertThat(index.search(SearchQuery.of(typed), 50))
        .extracting(hit -> hit.ref().name().id().value())
        .containsExactly(id);
    assertThat(index.search(SearchQuery.of("127.0.0.1"), 50)).hasSize(2);
  }

  private static AppState withPort(AppState state, ResourceName name, int port) {
    return state.changeInventory(
        WorkspaceId.LOCAL,
        inventory -> {
          Endpoint compute = (Endpoint) inventory.find(name).orElseThrow();
          Endpoint.Facts facts = compute.facts();
          EndpointHosts hosts = new EndpointHosts("127.0.0.1", null, null, null, port, null);
          return inventory.with(
              compute.withFacts(
                  new Endpoint.Facts(
                      facts.type(),
                      facts.state(),
                      facts.pendingState(),
                      hosts,
                      facts.lastActiveTime())));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200b", "no such thing", "shop/nothing", "\n"})
  void findsNothing(String typed) {
    assertThat(search(typed)).isEmpty();
  }

  @Test
  void looksPastInvisibleCharacters() {
    assertThat(search("\u200bcheckout\u00a0")).first().isEqualTo("projects/checkout-prod");
  }

  @Test
  void findsEveryResourceByItsIdItsUidAndItsHost() {
    AppState state = state(SampleInventories.large(30, 5));
    SearchIndex index = SearchIndex.EMPTY.updated(state);
    List<Resource> all = resources(state).toList();
    assertThat(index.size()).isEqualTo(30 + 30 * 5 + 30 * 5 * 2).isEqualTo(all.size());
    for (Resource resource : all) {
      Ref ref = Ref.of(WorkspaceId.LOCAL, resource.name());
      assertThat(index.search(SearchQuery.of(resource.name().id().value()), 10_000))
          .extracting(SearchHit::ref)
          .contains(Ref.of(WorkspaceId.LOCAL, resource.name()));
      assertThat(index.search(SearchQuery.of(Objects.requireNonNull(resource.metadata().uid())), 1))
          .extracting(SearchHit::ref)
          .first()
          .isEqualTo(ref);
      if (resource instanceof Endpoint endpoint) {
        String host =
            Stream.of(endpoint.facts().hosts().host(), endpoint.facts().hosts().readOnlyHost())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow();
        assertThat(index.search(SearchQuery.of(host), 50))
            .extracting(SearchHit::ref)
            .first()
            .isEqualTo(ref);
      }
    }
  }

  @Test
  void limitKeepsTheBest() {
    List<SearchHit> all = INDEX.search(SearchQuery.of("o"), 10_000);
    assertThat(INDEX.search(SearchQuery.of("o"), 5)).isEqualTo(all.subList(0, 5));
  }

  @Test
  void followsTheState() {
    AppState without =
        STATE.changeInventory(
            WorkspaceId.LOCAL, known -> known.without(ref("projects/sample-shop").name()));
    SearchIndex now = INDEX.updated(without);
    assertThat(now.search(SearchQuery.of("sample-shop"), 50)).isEmpty();
    assertThat(now.updated(STATE).search(SearchQuery.of("sample-shop"), 50)).isNotEmpty();
    assertThat(now.search(SearchQuery.of("checkout"), 1)).isNotEmpty();
  }

  @Test
  void knowsWhetherEverythingWasRead() {
    assertThat(INDEX.isComplete()).isTrue();
    AppState more =
        STATE.changeInventory(WorkspaceId.LOCAL, known -> known.with(project("new", "New")));
    assertThat(INDEX.updated(more).isComplete()).isFalse();
  }

  @Test
  void ofAWorkspaceThatIsAwayNothingIsOnItsWay() {
    AppState more =
        STATE.changeInventory(WorkspaceId.LOCAL, known -> known.with(project("new", "New")));
    AppState away =
        more.changeWorkspace(
            WorkspaceId.LOCAL, found -> found.withConnection(new Connection.SignedOut()));
    assertThat(INDEX.updated(away).isComplete()).isTrue();
    assertThat(INDEX.updated(away).search(SearchQuery.of("checkout"), 1)).isNotEmpty();
  }

  private static Stream<Resource> resources(AppState state) {
    return state.workspace(WorkspaceId.LOCAL).orElseThrow().inventory().projects().values().stream()
        .flatMap(project ->
            Stream.concat(
                Stream.of(project.project()),
                project.branches().values().stream()
                    .flatMap(branch ->
                        Stream.concat(
                            Stream.of(branch.branch()), branch.endpoints().values().stream()))));
  }
}
