package lakebase.wire;

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
import org.jspecify.annotations.Nullable;

/** The requests that changes become (contract §1.1, §1.2). */
public final class ChangeRequests {

  private ChangeRequests() {}

  /** The request that asks for the change. */
  public static WireRequest of(Change change) {
    return switch (change) {
      case Change.Create(Draft draft) -> create(draft);
      case Change.Update update ->
          new WireRequest(
              "PATCH",
              WireRequest.POSTGRES + update.subject(),
              Map.of("update_mask", update.mask().toString()),
              Requests.update(update.edited(), update.mask()));
      case Change.Delete delete -> delete(delete);
      case Change.Share share ->
          new WireRequest(
              share.replaces() ? "PUT" : "PATCH",
              WireRequest.PERMISSIONS + share.subject().id(),
              Map.of(),
              Requests.permissions(share.entries()));
      case Change.Undelete undelete ->
          post(
              WireRequest.POSTGRES + undelete.subject() + "/undelete",
              Map.of(),
              Requests.undelete());
    };
  }

  private static WireRequest create(Draft draft) {
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

  private static WireRequest create(
      Draft draft, String parent, String idName, @Nullable ResourceId id, boolean replace) {
    Map<String, String> query = new LinkedHashMap<>();
    if (id != null) {
      query.put(idName, id.value());
    }
    if (replace) {
      query.put("replace_existing", "true");
    }
    String path = WireRequest.POSTGRES + parent + draft.kind().collection();
    return post(path, query, Requests.create(draft));
  }

  private static WireRequest delete(Change.Delete delete) {
    Map<String, String> query = new LinkedHashMap<>();
    ResourceKind kind = delete.kind();
    if (delete.purge() && (kind == ResourceKind.PROJECT || kind == ResourceKind.BRANCH)) {
      query.put("purge", "true");
    }
    if (delete.reassignOwnedTo() != null) {
      query.put("reassign_owned_to", delete.reassignOwnedTo().toString());
    }
    return new WireRequest("DELETE", WireRequest.POSTGRES + delete.subject(), query, null);
  }

  private static WireRequest post(String path, Map<String, String> query, String body) {
    return new WireRequest("POST", path, query, body);
  }
}
