package lakebase.ui.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lakebase.model.Database;
import lakebase.model.Endpoint;
import lakebase.model.EndpointHosts;
import lakebase.state.BranchEntry;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Where a client connects to a compute, and as whom. */
public final class ConnectionFacts {

  /** The database that every branch starts with (contract §3.1). */
  private static final String FIRST_DATABASE = "databricks_postgres";

  private ConnectionFacts() {}

  /**
   * The rows of a card.
   *
   * @param branch what is known of the branch; absent when nothing is
   * @param user who is signed in, which is the role; empty when nobody is
   */
  public static List<Fact> of(
      Texts texts, Endpoint endpoint, @Nullable BranchEntry branch, String user) {
    EndpointHosts hosts = endpoint.facts().hosts();
    List<Fact> facts = new ArrayList<>();
    String first = endpoint.isReadWrite() ? "readWrite" : "host";
    host(texts, facts, "endpoint-host", first, hosts.address().orElse(null));
    host(texts, facts, "endpoint-ro-host", "readOnly", hosts.readOnlyAddress().orElse(null));
    pooled(texts, facts, "endpoint-rw-pooled", "readWritePooled", hosts.readWritePooledHost());
    pooled(texts, facts, "endpoint-ro-pooled", "readOnlyPooled", hosts.readOnlyPooledHost());
    if (facts.isEmpty()) {
      facts.add(Fact.of("endpoint-host", texts.get("endpoint.host"), texts.get("endpoint.noHost")));
    }
    facts.add(port(texts, hosts));
    facts.add(Fact.code("endpoint-database", texts.get("kind.DATABASE"), database(branch)));
    // What a client must be told beside host, user and database (contract §6.3).
    facts.add(
        Fact.code("endpoint-tls", texts.get("endpoint.tls"), texts.get("endpoint.tls.mode"))
            .withNote("(" + texts.get("endpoint.tls.required") + ")"));
    if (!user.isEmpty()) {
      facts.add(Fact.code("endpoint-role", texts.get("kind.ROLE"), user));
    }
    return facts;
  }

  private static void host(
      Texts texts, List<Fact> facts, String id, String label, @Nullable String host) {
    if (host != null) {
      facts.add(Fact.code(id, texts.get("endpoint.host." + label), host));
    }
  }

  /** The pooler takes no tokens (contract §6.3). */
  private static void pooled(
      Texts texts, List<Fact> facts, String id, String label, @Nullable String host) {
    if (host != null) {
      facts.add(
          Fact.code(id, texts.get("endpoint.host." + label), host)
              .withNote("(" + texts.get("endpoint.host.passwordsOnly") + ")"));
    }
  }

  /** The ports, where the addresses have some of their own: the read-only one as a note. */
  private static Fact port(Texts texts, EndpointHosts hosts) {
    int main = hosts.host() == null ? hosts.readOnlyPortOrStandard() : hosts.portOrStandard();
    int readOnly = hosts.readOnlyHost() == null ? main : hosts.readOnlyPortOrStandard();
    Fact fact = Fact.code("endpoint-port", texts.get("endpoint.port"), Integer.toString(main));
    return main == readOnly
        ? fact
        : fact.withNote(
            "("
                + texts.get("endpoint.host.readOnly")
                + " "
                + String.format(Locale.ROOT, "%d", readOnly)
                + ")");
  }

  /** The database that a client is most likely meant to use. */
  private static String database(@Nullable BranchEntry branch) {
    List<String> known =
        branch == null
            ? List.of()
            : branch.databases().values().stream()
                .map(Database::spec)
                .map(spec -> spec.postgresDatabase())
                .toList();
    return known.isEmpty() || known.contains(FIRST_DATABASE) ? FIRST_DATABASE : known.getFirst();
  }
}
