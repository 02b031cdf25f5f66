package lakebase.ui.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lakebase.connect.Target;
import lakebase.model.AuthMethod;
import lakebase.model.Endpoint;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.IdentityType;
import lakebase.model.Role;
import lakebase.state.AppState;
import lakebase.state.BranchEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen at the desk of one compute, by what is known now; names that cannot be written
 * down ({@link Target#isUsable}) are left out.
 *
 * @param roles the caller's own first
 * @param databases the one that every branch starts with first
 * @param hosts those that take tokens, the compute itself first
 * @param pooled those of the pooler, which take native passwords only (contract §6.3)
 * @param workspace the workspace's address
 */
record DeskChoices(
    List<RoleChoice> roles,
    List<String> databases,
    List<HostChoice> hosts,
    List<String> pooled,
    String workspace) {

  private static final String FIRST_DATABASE = "databricks_postgres";

  DeskChoices {
    roles = List.copyOf(roles);
    databases = List.copyOf(databases);
    hosts = List.copyOf(hosts);
    pooled = List.copyOf(pooled);
  }

  /** Nothing known. */
  static final DeskChoices NONE = new DeskChoices(List.of(), List.of(), List.of(), List.of(), "");

  static DeskChoices of(AppState state, Ref.OfResource ref, EndpointName name) {
    Optional<Workspace> workspace = state.workspace(ref.workspace());
    BranchEntry branch =
        workspace.flatMap(found -> found.inventory().branch(name.branch())).orElse(null);
    EndpointHosts hosts =
        workspace
            .flatMap(found -> found.inventory().endpoint(name))
            .map(Endpoint::facts)
            .map(Endpoint.Facts::hosts)
            .orElse(EndpointHosts.NONE);
    return new DeskChoices(
        roles(workspace.map(DeskChoices::user).orElse(""), branch),
        databases(branch),
        hosts(hosts),
        Stream.of(hosts.readWritePooledHost(), hosts.readOnlyPooledHost())
            .<String>mapMulti((host, found) -> {
              if (host != null) {
                found.accept(host);
              }
            })
            .toList(),
        workspace.map(Workspace::address).orElse(""));
  }

  private static String user(Workspace workspace) {
    return workspace.connection() instanceof Workspace.Connection.Connected(var user)
        ? user.userName()
        : "";
  }

  private static List<RoleChoice> roles(String own, @Nullable BranchEntry branch) {
    List<RoleChoice> roles = new ArrayList<>();
    if (Target.isUsable(own)) {
      roles.add(new RoleChoice(own, RoleChoice.Whose.OWN));
    }
    if (branch != null) {
      branch.roles().values().stream()
          .filter(role -> role.authMethod().equals(AuthMethod.OAUTH))
          .filter(role -> !role.postgresRole().equals(own) && Target.isUsable(role.postgresRole()))
          .map(DeskChoices::choice)
          .sorted((one, other) -> one.whose().compareTo(other.whose()))
          .forEach(roles::add);
    }
    return roles;
  }

  private static RoleChoice choice(Role role) {
    return new RoleChoice(
        role.postgresRole(),
        role.identityType().equals(IdentityType.GROUP)
            ? RoleChoice.Whose.GROUP
            : RoleChoice.Whose.OTHER);
  }

  private static List<String> databases(@Nullable BranchEntry branch) {
    List<String> known =
        branch == null
            ? List.of()
            : branch.databases().values().stream()
                .map(database -> database.spec().postgresDatabase())
                .filter(Target::isUsable)
                .toList();
    List<String> databases = new ArrayList<>();
    if (known.isEmpty() || known.contains(FIRST_DATABASE)) {
      databases.add(FIRST_DATABASE);
    }
    known.stream().filter(name -> !name.equals(FIRST_DATABASE)).forEach(databases::add);
    return databases;
  }

  private static List<HostChoice> hosts(EndpointHosts hosts) {
    List<HostChoice> choices = new ArrayList<>();
    String main = hosts.host();
    String readOnly = hosts.readOnlyHost();
    boolean same =
        main != null
            && main.equals(readOnly)
            && hosts.portOrStandard() == hosts.readOnlyPortOrStandard();
    if (main != null && !same) {
      choices.add(new HostChoice("readWrite", main, hosts.portOrStandard()));
    }
    if (readOnly != null) {
      choices.add(new HostChoice("readOnly", readOnly, hosts.readOnlyPortOrStandard()));
    }
    return choices;
  }
}
