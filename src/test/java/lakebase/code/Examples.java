package lakebase.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lakebase.model.AccessEntry;
import lakebase.model.BranchDraft;
import lakebase.model.BranchName;
import lakebase.model.BranchPoint;
import lakebase.model.BranchSpec;
import lakebase.model.Change;
import lakebase.model.ComputeDefaults;
import lakebase.model.CredentialRequest;
import lakebase.model.DatabaseName;
import lakebase.model.EndpointDraft;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointType;
import lakebase.model.Expiration;
import lakebase.model.Lsn;
import lakebase.model.MaskTable;
import lakebase.model.OperationName;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.ResourceId;
import lakebase.model.ResourceKind;
import lakebase.model.RoleName;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.model.Tag;
import lakebase.model.UpdateMask;

/**
 * Every action of the API with every field that it can have, in an order in which a workspace that
 * was empty at {@link #NOW} can carry them out.
 */
final class Examples extends PeopleExamples {

  /** When they happen. */
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** A display name that is an attack on every language's quotes. */
  static final String NASTY =
      "It's \"Größe\" $HOME `id` $(id) ${x} %{y} \\n \\u0041 #{z} \t!! 🦆 </b> \u202e\u0007 'x'";

  private static final ProjectName SHOP = new ProjectName(new ResourceId("shop"));
  private static final BranchName DEV = SHOP.branch("dev");

  private Examples(String me) {
    projects();
    projectUpdates();
    branches();
    branchUpdates();
    endpoints();
    endpointUpdates();
    roles();
    roleUpdates();
    databases();
    credentials();
    permissions(me);
    reads();
    deletions();
  }

  /** All, in order, asked by nobody in particular. */
  static List<Example> all() {
    return all("me@example.com");
  }

  /** All, in order, asked by that user. */
  static List<Example> all(String me) {
    return new Examples(me).all;
  }

  private void projects() {
    create(
        "project with everything",
        new ProjectDraft(
            new ResourceId("shop"),
            NASTY,
            16,
            Duration.ofDays(3),
            new ComputeDefaults(
                new SizeRange(0.5, 2),
                Suspension.after(Duration.ofMinutes(5)),
                Map.of("work_mem", "4MB", "log_min_duration_statement", "250")),
            new ComputeDefaults(new SizeRange(1, 4), Suspension.never(), Map.of()),
            List.of(new Tag("team", "O'Neil \"$x\""), new Tag("cost", ""))));
    create("project with a name", ProjectDraft.of("bare", "Bare"));
    moreProjects();
  }

  private void moreProjects() {
    create(
        "project with a compute that sleeps",
        new ProjectDraft(
            new ResourceId("sleepy"),
            null,
            null,
            null,
            null,
            new ComputeDefaults(null, Suspension.after(Duration.ofMinutes(5)), Map.of()),
            List.of()));
    add(
        "create project that is protected and highly available, as no draft can say",
        Action.of(
                "POST",
                "/api/2.0/postgres/projects?project_id=safe",
                "{\"initial_branch_spec\":{\"is_protected\":true},\"initial_endpoint_spec\":"
                    + "{\"no_suspension\":true,\"group\":{\"min\":2,\"max\":2}}}")
            .orElseThrow());
  }

  private void projectUpdates() {
    ProjectSpec before =
        new ProjectSpec(
            NASTY,
            Duration.ofDays(3),
            new ComputeDefaults(
                new SizeRange(0.5, 2), Suspension.after(Duration.ofMinutes(5)), Map.of()),
            null,
            false,
            null,
            List.of());
    ProjectSpec after =
        new ProjectSpec(
            "Shop",
            Duration.ofDays(7),
            new ComputeDefaults(new SizeRange(1, 8), Suspension.never(), Map.of("jit", "off")),
            PRODUCTION,
            true,
            "policy-1",
            List.of(new Tag("team", "a")));
    update("project, every field", MaskTable.PROJECT, SHOP, before, after);
    update(
        "project, one field",
        MaskTable.PROJECT,
        SHOP,
        after,
        after.withDisplayName(NASTY).withPgNativeLogin(false));
    update(
        "project, emptied",
        MaskTable.PROJECT,
        SHOP,
        after,
        after
            .withCustomTags(List.of())
            .withBudgetPolicyId(null)
            .withComputeDefaults(after.computeDefaults().withPgSettings(Map.of())));
  }

  private void branches() {
    create("branch of now for a week", BranchDraft.of(DEV, Expiration.after(Duration.ofDays(7))));
    create(
        "branch of a moment until a moment",
        new BranchDraft(
            SHOP.branch("past"),
            PRODUCTION,
            new BranchPoint.AtTime(NOW.minusMillis(0)),
            Expiration.at(NOW.plus(Duration.ofDays(2)).plusNanos(123_000_000)),
            false,
            false));
    create(
        "branch of a log position, protected",
        new BranchDraft(
            SHOP.branch("exact"),
            PRODUCTION,
            new BranchPoint.AtLsn(new Lsn("0/1A2B3C4D")),
            Expiration.never(),
            true,
            false));
    create(
        "branch that exists",
        new BranchDraft(PRODUCTION, null, new BranchPoint.Now(), Expiration.never(), false, true));
  }

  private void branchUpdates() {
    BranchSpec week = new BranchSpec(true, Expiration.after(Duration.ofDays(7)));
    update(
        "branch, every field",
        MaskTable.BRANCH,
        SHOP.branch("exact"),
        week,
        new BranchSpec(false, Expiration.at(NOW.plus(Duration.ofDays(3)))));
    update(
        "branch, never expires",
        MaskTable.BRANCH,
        SHOP.branch("exact"),
        week,
        new BranchSpec(true, Expiration.never()));
    update(
        "branch, unprotected for an hour and a half second",
        MaskTable.BRANCH,
        SHOP.branch("exact"),
        new BranchSpec(true, Expiration.never()),
        new BranchSpec(false, Expiration.after(Duration.ofHours(1).plusMillis(500))));
  }

  private void endpoints() {
    create("compute with defaults", EndpointDraft.readOnly(compute(DEV, "reader")));
    create(
        "compute with everything",
        new EndpointDraft(
            compute(PRODUCTION, "analytics"),
            EndpointType.READ_ONLY,
            new SizeRange(0.5, 4),
            Suspension.after(Duration.ofMinutes(10)),
            EndpointGroup.SINGLE,
            Map.of("work_mem", "8MB"),
            true,
            false));
    create(
        "compute that exists, highly available",
        new EndpointDraft(
            compute(PRODUCTION, "primary"),
            EndpointType.READ_WRITE,
            new SizeRange(1, 2),
            Suspension.never(),
            new EndpointGroup(2, 2, true),
            Map.of(),
            false,
            true));
  }

  private void endpointUpdates() {
    EndpointSpec before =
        new EndpointSpec(
            new SizeRange(1, 2),
            Suspension.after(Duration.ofMinutes(10)),
            true,
            new EndpointGroup(2, 2, true),
            Map.of());
    EndpointSpec after =
        new EndpointSpec(
            new SizeRange(2, 6),
            Suspension.never(),
            false,
            new EndpointGroup(3, 3, false),
            Map.of("jit", "off"));
    update(
        "compute, every field", MaskTable.ENDPOINT, compute(PRODUCTION, "primary"), before, after);
    update(
        "compute, settings emptied",
        MaskTable.ENDPOINT,
        compute(PRODUCTION, "primary"),
        after,
        after.withPgSettings(Map.of()));
    update(
        "compute, suspended sooner",
        MaskTable.ENDPOINT,
        compute(DEV, "reader"),
        after,
        after.withSuspension(Suspension.after(Duration.ofMinutes(1))));
  }

  private void credentials() {
    EndpointName primary = compute(PRODUCTION, "primary");
    add("credential", Action.of(new CredentialRequest(primary, null)));
    add(
        "credential for a while",
        Action.of(new CredentialRequest(primary, Duration.ofMinutes(10))));
    add(
        "credential until a moment, as no request of the console says",
        Action.of(
                "POST",
                "/api/2.0/postgres/credentials",
                "{\"endpoint\":\"%s\",\"expire_time\":\"2026-03-01T12:30:00Z\"}".formatted(primary))
            .orElseThrow());
  }

  private void permissions(String me) {
    add("permissions", Action.permissions(SHOP));
    add(
        "permissions, more",
        Action.grant(
            SHOP,
            List.of(
                new AccessEntry("user_name", "jane.doe@example.com", "CAN_MANAGE", false),
                new AccessEntry("group_name", "data team's", "CAN_USE", false))));
    add(
        "permissions, only these",
        Action.setPermissions(
            SHOP,
            List.of(
                new AccessEntry("user_name", me, "CAN_MANAGE", false),
                new AccessEntry(
                    "service_principal_name",
                    "11111111-2222-3333-4444-555555555555",
                    "CAN_USE",
                    false))));
  }

  private void reads() {
    EndpointName primary = compute(PRODUCTION, "primary");
    add("who am I", Action.me());
    add("projects, deleted ones too", Action.list(null, ResourceKind.PROJECT, true));
    add("branches, deleted ones too", Action.list(SHOP, ResourceKind.BRANCH, true));
    add("computes", Action.list(PRODUCTION, ResourceKind.ENDPOINT, false));
    add("roles", Action.list(PRODUCTION, ResourceKind.ROLE, false));
    add(
        "databases, a page",
        Action.of("GET", "/api/2.0/postgres/" + PRODUCTION + "/databases?page_size=1", null)
            .orElseThrow());
    add("project", Action.read(SHOP));
    add("branch", Action.read(PRODUCTION));
    add("compute", Action.read(primary));
    add("role", Action.read(OWNER));
    add("database", Action.read(new DatabaseName(PRODUCTION, new ResourceId("app"))));
    add("operation", Action.read(new OperationName(SHOP + "/operations/op-1")));
    add(
        "what no client has",
        Action.of("GET", "/api/2.0/postgres/" + primary + "/compute-instances", null)
            .orElseThrow());
    add(
        "a field that no structure has",
        Action.of(
                "PATCH",
                "/api/2.0/postgres/" + DEV + "?update_mask=spec.is_protected",
                "{\"spec\":{\"is_protected\":false,\"news\":[null,1,{}]}}")
            .orElseThrow());
  }

  private void deletions() {
    RoleName owner = OWNER;
    delete("database", Change.Delete.soft(new DatabaseName(PRODUCTION, new ResourceId("app"))));
    delete(
        "role, with what it owns to another",
        new Change.Delete(owner, false, new RoleName(PRODUCTION, new ResourceId("jane"))));
    delete("role", Change.Delete.soft(new RoleName(PRODUCTION, new ResourceId("sp"))));
    delete("compute", Change.Delete.soft(compute(DEV, "reader")));
    delete("branch", Change.Delete.soft(DEV));
    undelete("branch", new Change.Undelete(DEV));
    delete("branch for good", Change.Delete.forGood(SHOP.branch("past")));
    delete("project", Change.Delete.soft(SHOP));
    undelete("project", new Change.Undelete(SHOP));
    delete("project for good", Change.Delete.forGood(new ProjectName(new ResourceId("bare"))));
  }

  private static EndpointName compute(BranchName branch, String id) {
    return new EndpointName(branch, new ResourceId(id));
  }

  /** The mask paths of all updates. */
  static List<String> maskPaths() {
    return all().stream()
        .flatMap(example -> example.change().stream())
        .filter(Change.Update.class::isInstance)
        .map(change -> ((Change.Update) change).mask())
        .map(UpdateMask::paths)
        .flatMap(java.util.Collection::stream)
        .distinct()
        .toList();
  }
}
