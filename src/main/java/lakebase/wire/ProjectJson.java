package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lakebase.model.BranchName;
import lakebase.model.Metadata;
import lakebase.model.Page;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.ResourceKind;
import lakebase.model.Tag;

/** Projects as the service reports them (contract §2.1). */
public final class ProjectJson {

  private static final String ID = "project_id";

  private ProjectJson() {}

  /**
   * Reads a project in its status form.
   *
   * @throws WireException when it is not one
   */
  public static Project read(JsonNode json) {
    return read(Fields.of(json));
  }

  /**
   * Reads a page of a list of projects.
   *
   * @throws WireException when it is not one
   */
  public static Page<Project> readPage(JsonNode json) {
    return PageJson.read(json, ResourceKind.PROJECT.collection(), ProjectJson::read);
  }

  /** Writes a project in its status form, without its unknown fields. */
  public static ObjectNode write(Project project) {
    ObjectNode top = HeaderJson.write(project.name(), ID, project.metadata());
    HeaderJson.writeDeletion(top, project.metadata());
    ProjectSpec spec = project.spec();
    Project.Facts facts = project.facts();
    ObjectNode status = top.putObject("status");
    status.put(ID, project.name().id().value());
    status.put("display_name", spec.displayName());
    Writing.put(status, "pg_version", facts.pgVersion());
    Writing.putText(status, "owner", facts.owner());
    Writing.putText(status, "default_branch", spec.defaultBranch());
    status.set("default_endpoint_settings", ComputeJson.writeDefaults(spec.computeDefaults()));
    Writing.put(status, "history_retention_duration", spec.historyRetention());
    status.put("enable_pg_native_login", spec.pgNativeLogin());
    Writing.put(status, "branch_logical_size_limit_bytes", facts.branchLogicalSizeLimitBytes());
    Writing.put(status, "synthetic_storage_size_bytes", facts.syntheticStorageSizeBytes());
    Writing.put(status, "compute_last_active_time", facts.computeLastActiveTime());
    Writing.putText(status, "budget_policy_id", spec.budgetPolicyId());
    if (!spec.customTags().isEmpty()) {
      status.set("custom_tags", Writing.tags(spec.customTags()));
    }
    return top;
  }

  static Project read(Fields top) {
    Fields status = top.object("status");
    status.ignore(ID);
    ProjectName name = top.required("name", ProjectName::parse, "expected a project's name");
    Metadata metadata = HeaderJson.read(top, ID, top);
    ProjectSpec spec =
        new ProjectSpec(
            status.textOrEmpty("display_name"),
            status.duration("history_retention_duration"),
            ComputeJson.readDefaults(status.object("default_endpoint_settings")),
            status.parsed("default_branch", BranchName::parse, "expected a branch's name"),
            status.flag("enable_pg_native_login"),
            status.optionalText("budget_policy_id"),
            tags(status));
    Project.Facts facts =
        new Project.Facts(
            status.int32("pg_version"),
            status.optionalText("owner"),
            status.int64("branch_logical_size_limit_bytes"),
            status.int64("synthetic_storage_size_bytes"),
            status.time("compute_last_active_time"));
    return new Project(name, metadata, spec, facts, top.unknown());
  }

  private static List<Tag> tags(Fields status) {
    return status.objects("custom_tags").stream()
        .map(tag -> new Tag(tag.textOrEmpty("key"), tag.textOrEmpty("value")))
        .toList();
  }
}
