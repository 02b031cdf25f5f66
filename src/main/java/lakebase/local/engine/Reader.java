package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lakebase.local.store.Shelf;
import lakebase.model.BranchName;
import lakebase.model.EndpointName;
import lakebase.model.OperationName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.wire.Json;
import org.jspecify.annotations.Nullable;

/** Answers GET: resources, lists and operations as JSON texts, without parsing what is stored. */
public final class Reader {

  private final Core core;
  private final CatalogSync catalogs;
  private final Live live;

  Reader(Core core, CatalogSync catalogs) {
    this.core = core;
    this.catalogs = catalogs;
    this.live = new Live(core.dataPlane());
  }

  /** One resource; a soft-deleted project or branch as well. */
  public String get(ResourceName name) {
    refresh(name.parent().orElse(name), name.kind());
    return core.read(resources -> live.added(resources, name, resources.json(name)));
  }

  /** A page of all projects, by name. */
  public String projects(String pageSize, String pageToken, boolean showDeleted) {
    return list(null, ResourceKind.PROJECT, pageSize, pageToken, showDeleted);
  }

  /** A page of what a parent holds of one kind, by name. */
  public String children(
      ResourceName parent,
      ResourceKind kind,
      String pageSize,
      String pageToken,
      boolean showDeleted) {
    return list(parent, kind, pageSize, pageToken, showDeleted);
  }

  /** The servers that an endpoint runs now. */
  public ObjectNode instances(EndpointName endpoint) {
    String uid =
        core.read(resources -> {
          resources.requireLive(endpoint);
          return Plans.uid(resources.endpoint(endpoint));
        });
    return live.instances(endpoint, uid);
  }

  /** An operation, also of a resource that is gone by now. */
  public String operation(String name) {
    return core.read(resources -> {
      String stored = resources.reading().get(Shelf.OPERATIONS, name);
      if (stored == null) {
        target(name).ifPresent(resources::require);
        throw Refusals.notFound("operation");
      }
      return stored;
    });
  }

  private String list(
      @Nullable ResourceName parent,
      ResourceKind kind,
      String pageSize,
      String pageToken,
      boolean showDeleted) {
    String prefix = parent == null ? kind.collection() + "/" : Resources.prefix(parent, kind);
    String list = prefix + (showDeleted ? "*" : "");
    PageRequest page = PageRequest.read(pageSize, pageToken, list);
    refresh(parent, kind);
    return core.read(resources -> {
      if (parent != null) {
        resources.requireLive(parent);
      }
      return page(resources, kind, prefix, list, page, showDeleted);
    });
  }

  private void refresh(@Nullable ResourceName parent, ResourceKind kind) {
    boolean isCatalog = kind == ResourceKind.ROLE || kind == ResourceKind.DATABASE;
    if (isCatalog && parent instanceof BranchName branch) {
      catalogs.refresh(branch);
    }
  }

  private String page(
      Resources resources,
      ResourceKind kind,
      String prefix,
      String list,
      PageRequest page,
      boolean showDeleted) {
    List<String> items = new ArrayList<>();
    @Nullable String[] last = {null};
    boolean[] more = {false};
    resources
        .reading()
        .scan(
            Resources.shelf(kind),
            prefix,
            page.after(),
            entry -> {
              boolean hidden =
                  !showDeleted && resources.reading().has(Shelf.DELETED, entry.getKey());
              if (hidden) {
                return true;
              }
              if (items.size() == page.size()) {
                more[0] = true;
                return false;
              }
              items.add(
                  live.added(resources, ResourceName.parse(entry.getKey()), entry.getValue()));
              last[0] = entry.getKey();
              return true;
            });
    String next = more[0] && last[0] != null ? PageRequest.token(list, last[0]) : "";
    return "{\""
        + kind.collection()
        + "\":["
        + String.join(",", items)
        + "],\"next_page_token\":"
        + Json.text(com.fasterxml.jackson.databind.node.TextNode.valueOf(next))
        + "}";
  }

  private static Optional<ResourceName> target(String operation) {
    try {
      return new OperationName(operation).target();
    } catch (IllegalArgumentException notAName) {
      throw Refusals.notAResource();
    }
  }
}
