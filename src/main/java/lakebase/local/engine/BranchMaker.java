package lakebase.local.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lakebase.model.AuthMethod;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.BranchSpec;
import lakebase.model.BranchState;
import lakebase.model.Database;
import lakebase.model.DatabaseSpec;
import lakebase.model.Endpoint;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointState;
import lakebase.model.EndpointType;
import lakebase.model.Expiration;
import lakebase.model.Metadata;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.model.UnknownFields;
import org.jspecify.annotations.Nullable;

/** Makes branches with all that every branch has from the start (contract §3.1). */
final class BranchMaker {

  private final Computes computes;

  BranchMaker(Computes computes) {
    this.computes = computes;
  }

  /**
   * Makes a branch that is still initialising, with its primary endpoint.
   *
   * @param source where it is taken from; null for a project's first branch, the default one
   */
  void create(
      ResourceEditor editor,
      BranchName name,
      BranchSpec spec,
      @Nullable BranchSource source,
      EndpointSpec primary) {
    Instant now = editor.now();
    editor.put(
        new Branch(
            name,
            Metadata.created(Uids.branch(), now),
            spec,
            new Branch.Facts(
                BranchState.INIT, BranchState.READY, now, source == null, null, source),
            UnknownFields.NONE));
    scheduleExpiry(editor, name, spec);
    computes.create(editor, name.endpoint(Defaults.ENDPOINT_ID), EndpointType.READ_WRITE, primary);
  }

  /** Gives the branch the roles and databases of its source. */
  static void inherit(ResourceEditor editor, BranchName source, BranchName branch) {
    Metadata metadata = Metadata.created(null, editor.now());
    for (Role role : editor.roles(source)) {
      editor.put(
          new Role(
              branch.role(role.name().id().value()),
              metadata,
              role.postgresRole(),
              role.identityType(),
              role.authMethod(),
              role.spec(),
              role.unknown()));
    }
    for (Database database : editor.databases(source)) {
      RoleName owner = database.spec().owner();
      DatabaseSpec spec =
          new DatabaseSpec(
              database.spec().postgresDatabase(),
              owner == null ? null : branch.role(owner.id().value()));
      editor.put(
          new Database(
              branch.database(database.name().id().value()), metadata, spec, database.unknown()));
    }
  }

  /** Gives the branch the role of whoever made it, unless it has been inherited. */
  static Role ownerRole(ResourceEditor editor, BranchName branch, Caller caller) {
    for (Role role : editor.roles(branch)) {
      if (role.postgresRole().equals(caller.name())) {
        return role;
      }
    }
    String id = NewId.free(caller.ownerRoleId(), made -> editor.exists(branch.role(made)));
    Role role =
        new Role(
            branch.role(id),
            Metadata.created(null, editor.now()),
            caller.name(),
            caller.type(),
            AuthMethod.OAUTH,
            Defaults.OWNER,
            UnknownFields.NONE);
    editor.put(role);
    return role;
  }

  /**
   * Copies the branch's source, and starts its primary endpoint with the role of whoever owns it.
   */
  Work copy(Resources resources, BranchName name) {
    BranchSource source = Objects.requireNonNull(resources.branch(name).facts().source());
    BranchPlan from = Plans.branch(resources, source.branch());
    Origin origin = new Origin(from.uid(), source.time(), source.lsn());
    return make(resources, name, origin, List.of());
  }

  /** Makes the branch's data, its roles and databases, and serves its endpoints. */
  Work make(
      Resources resources,
      BranchName name,
      @Nullable Origin origin,
      List<CatalogChange> databases) {
    BranchPlan branch = Plans.branch(resources, name);
    List<CatalogChange> changes = new ArrayList<>();
    for (Role role : resources.roles(name)) {
      changes.add(new CatalogChange.PutRole(RoleService.inPostgres(role)));
    }
    changes.addAll(databases);
    List<Work> serving = new ArrayList<>();
    for (Endpoint endpoint : resources.endpoints(name)) {
      ComputePlan plan = Plans.compute(resources, endpoint);
      serving.add(Works.serve(plan, computes.isToRun(resources, endpoint)));
    }
    return plane -> {
      Point taken = plane.createBranch(branch, origin);
      for (Work work : serving) {
        work.run(plane);
      }
      plane.change(branch.uid(), changes);
      return Optional.of(taken);
    };
  }

  /**
   * Ends the branch's initialisation and starts its computes.
   *
   * @param taken where its source was taken, when that is known
   */
  Branch ready(ResourceEditor editor, BranchName name, @Nullable Point taken) {
    Branch branch = editor.branch(name);
    Branch.Facts facts = branch.facts().withState(BranchState.READY, null, editor.now());
    BranchSource source = facts.source();
    if (source != null && taken != null) {
      facts = facts.withSource(new BranchSource(source.branch(), taken.lsn(), taken.time()));
    }
    Branch ready = branch.withFacts(facts);
    editor.put(ready);
    for (Endpoint endpoint : editor.endpoints(name)) {
      if (endpoint.facts().state().equals(EndpointState.INIT)) {
        computes.settleInto(editor, endpoint);
      }
    }
    return ready;
  }

  /** Says where the endpoints of a branch are that is served again. */
  void servedAgain(ResourceEditor editor, BranchName branch) {
    for (Endpoint endpoint : editor.endpoints(branch)) {
      editor.put(computes.atItsHosts(endpoint));
    }
  }

  static void scheduleExpiry(ResourceEditor editor, BranchName name, BranchSpec spec) {
    if (spec.expiration() instanceof Expiration.At(Instant time)) {
      Agenda.add(editor.writing(), time, Chore.EXPIRE, name.toString());
    }
  }
}
