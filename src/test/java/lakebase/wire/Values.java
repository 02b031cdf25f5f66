package lakebase.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lakebase.model.AuthMethod;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.BranchSpec;
import lakebase.model.BranchState;
import lakebase.model.ComputeDefaults;
import lakebase.model.Database;
import lakebase.model.DatabaseSpec;
import lakebase.model.Endpoint;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointState;
import lakebase.model.EndpointType;
import lakebase.model.Expiration;
import lakebase.model.HistoryStart;
import lakebase.model.IdentityType;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.Role;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.model.Tag;
import lakebase.model.UnknownFields;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Any value of the model that JSON can carry. */
public final class Values {

  private Values() {}

  static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(12);
  }

  static Arbitrary<String> ids() {
    return Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(8);
  }

  public static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  public static Arbitrary<Duration> durations() {
    return Combinators.combine(
            Arbitraries.longs().between(-315_575_999_999L, 315_575_999_999L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Duration::ofSeconds);
  }

  static Arbitrary<Map<String, String>> settings() {
    return Arbitraries.maps(ids(), texts()).ofMaxSize(3);
  }

  static Arbitrary<SizeRange> sizes() {
    Arbitrary<Double> cu =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 112).map(Integer::doubleValue),
            Arbitraries.doubles().between(0.1, 112));
    return Combinators.combine(cu, cu).as(SizeRange::new);
  }

  static Arbitrary<Suspension> suspensions() {
    return Arbitraries.oneOf(
        Arbitraries.just(Suspension.never()), durations().map(Suspension::after));
  }

  static Arbitrary<ComputeDefaults> computeDefaults() {
    return Combinators.combine(sizes().injectNull(0.2), suspensions(), settings())
        .as(ComputeDefaults::new);
  }

  static Arbitrary<ProjectName> projects() {
    return ids().map(ProjectName::of);
  }

  static Arbitrary<BranchName> branches() {
    return Combinators.combine(projects(), ids()).as(ProjectName::branch);
  }

  /** Any project's changeable values. */
  public static Arbitrary<ProjectSpec> projectSpecs() {
    return Combinators.combine(
            texts(),
            durations().injectNull(0.2),
            computeDefaults(),
            branches().injectNull(0.2),
            Arbitraries.of(true, false),
            ids().injectNull(0.3),
            Combinators.combine(texts(), texts()).as(Tag::new).list().ofMaxSize(3))
        .as(ProjectSpec::new);
  }

  /** Any branch's changeable values as the service reports them. */
  public static Arbitrary<BranchSpec> branchSpecs() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.oneOf(Arbitraries.just(Expiration.never()), instants().map(Expiration::at)))
        .as(BranchSpec::new);
  }

  /** Any endpoint's changeable values. */
  public static Arbitrary<EndpointSpec> endpointSpecs() {
    Arbitrary<Integer> count = Arbitraries.integers().between(1, 4);
    return Combinators.combine(
            sizes().injectNull(0.2),
            suspensions(),
            Arbitraries.of(true, false),
            Combinators.combine(count, count, Arbitraries.of(true, false))
                .as(EndpointGroup::new)
                .injectNull(0.2),
            settings())
        .as(EndpointSpec::new);
  }

  /** Any role's changeable values. */
  public static Arbitrary<RoleSpec> roleSpecs() {
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    return Combinators.combine(
            ids().list().ofMaxSize(2),
            Combinators.combine(flags, flags, flags).as(RoleAttributes::new))
        .as(RoleSpec::new);
  }

  /** Any database's changeable values. */
  public static Arbitrary<DatabaseSpec> databaseSpecs() {
    return Combinators.combine(
            texts(), Combinators.combine(branches(), ids()).as(BranchName::role).injectNull(0.2))
        .as(DatabaseSpec::new);
  }

  static Arbitrary<Metadata> metadata() {
    Arbitrary<@Nullable Instant> times = instants().injectNull(0.2);
    return Combinators.combine(texts().injectNull(0.2), times, times, times, times)
        .as(Metadata::new);
  }

  static Arbitrary<Project> wholeProjects() {
    Arbitrary<Project.Facts> facts =
        Combinators.combine(
                Arbitraries.integers().injectNull(0.2),
                texts().injectNull(0.2),
                Arbitraries.longs().injectNull(0.2),
                Arbitraries.longs().injectNull(0.2),
                instants().injectNull(0.2))
            .as(Project.Facts::new);
    return Combinators.combine(projects(), metadata(), projectSpecs(), facts)
        .as((name, meta, spec, fact) -> new Project(name, meta, spec, fact, UnknownFields.NONE));
  }

  static Arbitrary<Branch> wholeBranches() {
    Arbitrary<BranchSource> sources =
        Combinators.combine(branches(), texts().injectNull(0.3), instants().injectNull(0.3))
            .as(BranchSource::new);
    Arbitrary<Branch.Facts> facts =
        Combinators.combine(
                texts().map(BranchState::new),
                ids().map(BranchState::new).injectNull(0.5),
                instants().injectNull(0.2),
                Arbitraries.of(true, false),
                Arbitraries.longs().injectNull(0.2),
                sources.injectNull(0.3),
                historyStarts().injectNull(0.3))
            .as(Branch.Facts::new);
    return Combinators.combine(branches(), metadata(), branchSpecs(), facts)
        .as((name, meta, spec, fact) -> new Branch(name, meta, spec, fact, UnknownFields.NONE));
  }

  private static Arbitrary<HistoryStart> historyStarts() {
    return Arbitraries.oneOf(
        instants().map(time -> new HistoryStart(time, null)),
        texts().map(lsn -> new HistoryStart(null, lsn)),
        Combinators.combine(instants(), texts()).as(HistoryStart::new));
  }

  static Arbitrary<Endpoint> wholeEndpoints() {
    Arbitrary<@Nullable String> hosts = texts().injectNull(0.4);
    Arbitrary<@Nullable Integer> ports = Arbitraries.integers().between(1, 65_535).injectNull(0.4);
    Arbitrary<Endpoint.Facts> facts =
        Combinators.combine(
                texts().map(EndpointType::new),
                texts().map(EndpointState::new),
                ids().map(EndpointState::new).injectNull(0.5),
                Combinators.combine(hosts, hosts, hosts, hosts, ports, ports)
                    .as(EndpointHosts::new),
                instants().injectNull(0.2))
            .as(Endpoint.Facts::new);
    return Combinators.combine(branches(), ids(), metadata(), endpointSpecs(), facts)
        .as((branch, id, meta, spec, fact) ->
            new Endpoint(branch.endpoint(id), meta, spec, fact, UnknownFields.NONE));
  }

  static Arbitrary<Role> wholeRoles() {
    return Combinators.combine(
            Combinators.combine(branches(), ids()).as(BranchName::role),
            metadata(),
            texts(),
            ids().map(IdentityType::new),
            texts().map(AuthMethod::new),
            roleSpecs())
        .as((name, meta, role, identity, auth, spec) ->
            new Role(name, meta, role, identity, auth, spec, UnknownFields.NONE));
  }

  static Arbitrary<Database> wholeDatabases() {
    return Combinators.combine(
            Combinators.combine(branches(), ids()).as(BranchName::database),
            metadata(),
            databaseSpecs())
        .as((name, meta, spec) -> new Database(name, meta, spec, UnknownFields.NONE));
  }
}
