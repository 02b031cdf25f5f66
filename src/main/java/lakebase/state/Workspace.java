package lakebase.state;

import java.util.Map;
import java.util.TreeMap;
import lakebase.model.ApiFailure;
import lakebase.model.CurrentUser;
import lakebase.model.ResourceName;

/**
 * What the console knows of one workspace.
 *
 * @param id tells it from the others
 * @param name what people call it
 * @param address where it answers, for example {@code https://example.com}; empty when not known
 * @param connection whether it answers
 * @param inventory its resources
 * @param gone names that turned out not to exist any more, with the display name that each had; a
 *     row says so before it leaves
 */
public record Workspace(
    WorkspaceId id,
    String name,
    String address,
    Connection connection,
    Inventory inventory,
    Map<ResourceName, String> gone) {

  /** Whether a workspace answers. */
  public sealed interface Connection {

    /** Not known yet. */
    record Connecting() implements Connection {}

    /** It answers, to that user. */
    record Connected(CurrentUser user) implements Connection {}

    /** It does not answer, or refuses. */
    record Lost(ApiFailure failure) implements Connection {}
  }

  public Workspace {
    gone = Map.copyOf(gone);
  }

  /** A workspace of which nothing is known yet. */
  public static Workspace of(WorkspaceId id, String name) {
    return new Workspace(id, name, "", new Connection.Connecting(), Inventory.EMPTY, Map.of());
  }

  /** The same under another name. */
  public Workspace withName(String now) {
    return new Workspace(id, now, address, connection, inventory, gone);
  }

  /** The same at that address. */
  public Workspace withAddress(String now) {
    return new Workspace(id, name, now, connection, inventory, gone);
  }

  /** The same with another connection. */
  public Workspace withConnection(Connection now) {
    return new Workspace(id, name, address, now, inventory, gone);
  }

  /** The same with another inventory. */
  public Workspace withInventory(Inventory now) {
    return new Workspace(id, name, address, connection, now, gone);
  }

  /** The same with that name marked as gone. */
  public Workspace withGone(ResourceName resource, String displayName) {
    Map<ResourceName, String> more = new TreeMap<>(gone);
    more.put(resource, displayName);
    return new Workspace(id, name, address, connection, inventory, more);
  }

  /** The same with that name's mark, and those below it, taken away. */
  public Workspace withoutGone(ResourceName resource) {
    Map<ResourceName, String> fewer = new TreeMap<>(gone);
    fewer.keySet().removeIf(other -> other.isWithin(resource));
    return new Workspace(id, name, address, connection, inventory, fewer);
  }
}
