package lakebase.state;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import lakebase.model.ApiFailure;
import lakebase.model.CurrentUser;
import lakebase.model.ResourceName;
import org.jspecify.annotations.Nullable;

/**
 * What the console knows of one workspace.
 *
 * @param settings what a person set for it
 * @param name what people call it
 * @param address where it answers, for example {@code https://example.com}; empty when not known
 * @param connection whether it answers
 * @param lastUser who was signed in last, in this run or an earlier one; empty when not known
 * @param tokenExpires when the token in use expires; absent when there is none, or it does not
 * @param inventory its resources
 * @param gone names that turned out not to exist any more, with the display name that each had; a
 *     row says so before it leaves
 */
public record Workspace(
    WorkspaceSettings settings,
    String name,
    String address,
    Connection connection,
    String lastUser,
    @Nullable Instant tokenExpires,
    Inventory inventory,
    Map<ResourceName, String> gone) {

  /** Whether a workspace answers. */
  public sealed interface Connection {

    /** Not known yet. */
    record Connecting() implements Connection {}

    /** A person is asked to sign in. */
    record SigningIn() implements Connection {}

    /** It answers, to that user. */
    record Connected(CurrentUser user) implements Connection {}

    /** It does not answer, or refuses, since that moment. */
    record Lost(ApiFailure failure, Instant since) implements Connection {}

    /** A person signed out; it is not asked for anything. */
    record SignedOut() implements Connection {}

    /** Whether nothing can be asked of it now, and nothing is on its way. */
    default boolean isAway() {
      return this instanceof Lost || this instanceof SignedOut;
    }
  }

  public Workspace {
    gone = Map.copyOf(gone);
  }

  /** A workspace of which nothing is known yet, as the local one is set. */
  public static Workspace of(WorkspaceId id, String name) {
    return of(WorkspaceSettings.LOCAL.withId(id), name);
  }

  /** A workspace of which nothing is known yet. */
  public static Workspace of(WorkspaceSettings settings, String name) {
    return new Workspace(
        settings,
        name,
        settings.host(),
        new Connection.Connecting(),
        "",
        null,
        Inventory.EMPTY,
        Map.of());
  }

  /** Tells it from the others. */
  public WorkspaceId id() {
    return settings.id();
  }

  /** Marks everything of it. */
  public WorkspaceColour colour() {
    return settings.colour();
  }

  /** Whether every change of it is refused. */
  public boolean isReadOnly() {
    return settings.readOnly();
  }

  /** When its list of projects was last read, in this run or an earlier one; absent: never. */
  public @Nullable Instant asOf() {
    return inventory.projects().asOf();
  }

  /** The same, set otherwise; the id stays. */
  public Workspace withSettings(WorkspaceSettings now) {
    return new Workspace(
        now.withId(id()), name, address, connection, lastUser, tokenExpires, inventory, gone);
  }

  /** The same under another name. */
  public Workspace withName(String now) {
    return new Workspace(
        settings, now, address, connection, lastUser, tokenExpires, inventory, gone);
  }

  /** The same at that address. */
  public Workspace withAddress(String now) {
    return new Workspace(settings, name, now, connection, lastUser, tokenExpires, inventory, gone);
  }

  /** The same with another connection. */
  public Workspace withConnection(Connection now) {
    String user = now instanceof Connection.Connected(var who) ? who.userName() : lastUser;
    return new Workspace(settings, name, address, now, user, tokenExpires, inventory, gone);
  }

  /** The same with another that was signed in last. */
  public Workspace withLastUser(String now) {
    return new Workspace(settings, name, address, connection, now, tokenExpires, inventory, gone);
  }

  /** The same with a token that expires then. */
  public Workspace withTokenExpires(@Nullable Instant now) {
    return new Workspace(settings, name, address, connection, lastUser, now, inventory, gone);
  }

  /** The same with another inventory. */
  public Workspace withInventory(Inventory now) {
    return new Workspace(settings, name, address, connection, lastUser, tokenExpires, now, gone);
  }

  /** The same with that name marked as gone. */
  public Workspace withGone(ResourceName resource, String displayName) {
    Map<ResourceName, String> more = new TreeMap<>(gone);
    more.put(resource, displayName);
    return withGone(more);
  }

  /** The same with that name's mark, and those below it, taken away. */
  public Workspace withoutGone(ResourceName resource) {
    Map<ResourceName, String> fewer = new TreeMap<>(gone);
    fewer.keySet().removeIf(other -> other.isWithin(resource));
    return withGone(fewer);
  }

  private Workspace withGone(Map<ResourceName, String> now) {
    return new Workspace(
        settings, name, address, connection, lastUser, tokenExpires, inventory, now);
  }
}
