package lakebase.local.engine;

import java.time.Duration;
import java.util.List;
import lakebase.model.BranchName;
import lakebase.model.ComputeDefaults;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.Suspension;
import lakebase.model.Tag;

/** Applies the masked fields of a project's body (contract §2.1, §2.8). */
final class ProjectPatch {

  private static final String SETTINGS = "spec.default_endpoint_settings";

  private ProjectPatch() {}

  /** The values after the update; checked, apart from the default branch's existence. */
  static ProjectSpec apply(ProjectName name, ProjectSpec old, Body body, Mask mask) {
    Body spec = body.object("spec");
    ProjectSpec next = old;
    if (mask.takes(body, "spec.display_name")) {
      next = next.withDisplayName(spec.textOrEmpty("display_name"));
    }
    if (mask.takes(body, "spec.history_retention_duration")) {
      next = next.withHistoryRetention(spec.duration("history_retention_duration"));
    } else if (mask.isPatch()) {
      next = next.withHistoryRetention(Defaults.RETENTION);
    }
    if (mask.takes(body, "spec.default_branch")) {
      next = next.withDefaultBranch(branchOf(name, spec.textOrEmpty("default_branch")));
    }
    if (mask.takes(body, "spec.enable_pg_native_login")) {
      next = next.withPgNativeLogin(spec.flag("enable_pg_native_login"));
    }
    if (mask.takes(body, "spec.budget_policy_id")) {
      String policy = spec.textOrEmpty("budget_policy_id");
      next = next.withBudgetPolicyId(policy.isEmpty() ? null : policy);
    }
    if (mask.takes(body, "spec.custom_tags")) {
      next = next.withCustomTags(tags(spec));
    }
    next = next.withComputeDefaults(defaults(old.computeDefaults(), body, mask));
    check(next);
    return next;
  }

  /** Whether a {@code spec} mask would reset compute defaults: the service fails then (§2.8.5). */
  static boolean wouldResetDefaults(ProjectSpec stored, Body body, Mask mask) {
    return mask.isPatch()
        && !body.has(SETTINGS)
        && !stored.computeDefaults().equals(Defaults.COMPUTE);
  }

  private static ComputeDefaults defaults(ComputeDefaults old, Body body, Mask mask) {
    Body settings = body.object("spec").object("default_endpoint_settings");
    if (mask.names(SETTINGS) && body.has(SETTINGS)) {
      return new ComputeDefaults(
          ComputeBody.sizeOfNew(Defaults.COMPUTE.size(), settings),
          ComputeBody.suspension(settings, Defaults.SUSPENSION),
          settings.textMap("pg_settings"));
    }
    ComputeDefaults next =
        old.withSize(
            ComputeBody.size(
                old.size(),
                settings,
                mask.takes(body, SETTINGS + "." + ComputeBody.MIN),
                mask.takes(body, SETTINGS + "." + ComputeBody.MAX)));
    if (mask.takesAny(
        body,
        SETTINGS + ".suspension",
        SETTINGS + "." + ComputeBody.TIMEOUT,
        SETTINGS + "." + ComputeBody.NEVER)) {
      Suspension suspension = ComputeBody.suspension(settings, old.suspension());
      next = next.withSuspension(suspension);
    }
    return mask.takes(body, SETTINGS + ".pg_settings")
        ? next.withPgSettings(settings.textMap("pg_settings"))
        : next;
  }

  private static void check(ProjectSpec spec) {
    int length = spec.displayName().codePointCount(0, spec.displayName().length());
    if (length < 1 || length > ProjectSpec.LONGEST_DISPLAY_NAME) {
      throw Refusals.invalid("Field 'spec.display_name' must have 1 to 256 characters.");
    }
    Duration retention = spec.historyRetention();
    if (retention != null
        && (retention.compareTo(ProjectSpec.SHORTEST_RETENTION) < 0
            || retention.compareTo(ProjectSpec.LONGEST_RETENTION) > 0)) {
      throw Refusals.invalid(
          "Field 'spec.history_retention_duration' must be between 172800s and 3024000s.");
    }
    if (spec.computeDefaults().size() != null) {
      ComputeBody.check(spec.computeDefaults().size());
    }
  }

  private static BranchName branchOf(ProjectName project, String text) {
    BranchName branch = Names.branch(text);
    if (!branch.project().equals(project)) {
      throw Refusals.invalid("Field 'spec.default_branch' must name a branch of the project.");
    }
    return branch;
  }

  private static List<Tag> tags(Body spec) {
    return spec.objects("custom_tags").stream()
        .map(tag -> new Tag(tag.textOrEmpty("key"), tag.textOrEmpty("value")))
        .peek(tag -> {
          if (tag.key().isEmpty()) {
            throw Refusals.required("project.spec.custom_tags.key");
          }
        })
        .toList();
  }
}
