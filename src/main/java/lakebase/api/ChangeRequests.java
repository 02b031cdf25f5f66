package lakebase.api;

import java.util.LinkedHashMap;
import java.util.Map;
import lakebase.model.BranchDraft;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.DatabaseDraft;
import lakebase.model.Draft;
import lakebase.model.EndpointDraft;
import lakebase.model.ProjectDraft;
import lakebase.model.ResourceId;
import lakebase.model.ResourceKind;
import lakebase.model.RoleDraft;
import lakebase.wire.Requests;
import org.jspecify.annotations.Nullable;

/** The requests that changes become (contract §1.1, §1.2). */
final class ChangeRequests {

  private ChangeRequests() {}

  static ApiRequest of(Change change) {
    return switch (change) {
      case Change.Create(Draft draft) -> create(draft);
      case Change.Update update ->
          new ApiRequest(
              ApiRequest.Method.PATCH,
              ApiRequest.POSTGRES + update.subject(),
              Map.of("update_mask", update.mask().toString()),
              Requests.update(update.edited(), update.mask()));
      case Change.Delete delete -> delete(delete);
      case Change.Undelete undelete ->
          ApiRequest.post(
              ApiRequest.POSTGRES + undelete.subject() + "/undelete",
              Map.of(),
              Requests.undelete());
    };
  }

  private static ApiRequest create(Draft draft) {
    return switch (draft) {
      case ProjectDraft project -> create(project, "", "project_id", project.id(), false);
      case BranchDraft branch ->
          create(
              branch,
              branch.name().project() + "/",
              "branch_id",
              branch.name().id(),
              branch.replaceExisting());
      case EndpointDraft endpoint ->
          create(
              endpoint,
              in(endpoint.name().branch()),
              "endpoint_id",
              endpoint.name().id(),
              endpoint.replaceExisting());
      case RoleDraft role ->
          create(role, in(role.parent()), "role_id", role.id(), role.replaceExisting());
      case DatabaseDraft database ->
          create(
              database,
              in(database.parent()),
              "database_id",
              database.id(),
              database.replaceExisting());
    };
  }

  private static String in(BranchName branch) {
    return branch + "/";
  }

  private static ApiRequest create(
      Draft draft, String parent, String idName, @Nullable ResourceId id, boolean replace) {
    Map<String, String> query = new LinkedHashMap<>();
    if (id != null) {
      query.put(idName, id.value());
    }
    if (replace) {
      query.put("replace_existing", "true");
    }
    String path = ApiRequest.POSTGRES + parent + draft.kind().collection();
    return ApiRequest.post(path, query, Requests.create(draft));
  }

  private static ApiRequest delete(Change.Delete delete) {
    Map<String, String> query = new LinkedHashMap<>();
    ResourceKind kind = delete.kind();
    if (delete.purge() && (kind == ResourceKind.PROJECT || kind == ResourceKind.BRANCH)) {
      query.put("purge", "true");
    }
    if (delete.reassignOwnedTo() != null) {
      query.put("reassign_owned_to", delete.reassignOwnedTo().toString());
    }
    return new ApiRequest(
        ApiRequest.Method.DELETE, ApiRequest.POSTGRES + delete.subject(), query, null);
  }
}
