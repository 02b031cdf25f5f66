package lakebase.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lakebase.model.ResourceName;
import lakebase.wire.JsonValue;
import lakebase.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * An action as the API's methods have it.
 *
 * @param verb what is done
 * @param noun to what kind of resource; absent where it is none
 * @param name the resource, what it lives in for a creation or list (empty for projects), or
 *     whatever else the method takes
 * @param action the action
 * @param body what is sent; empty where nothing is
 */
record Call(Verb verb, @Nullable Noun noun, String name, Action action, JsonValue.Members body) {

  private static final Set<String> PAGING = Set.of("page_size", "page_token");

  private static final Set<String> OF_SOFTLY_DELETED =
      Set.of("page_size", "page_token", "show_deleted");

  /** The method of the API that the action is. */
  static Call of(Action action) {
    Call call = recognise(action);
    boolean whole = action.body() == null || action.body() instanceof JsonValue.Members;
    return whole && call.takes(action.query().keySet()) ? call : other(action);
  }

  /** The mask of an update. */
  List<String> mask() {
    return List.of(query("update_mask").split(",", -1));
  }

  /** A parameter of the query; empty when it is not given. */
  String query(String key) {
    return action.query().getOrDefault(key, "");
  }

  /** Whether a parameter of the query is on. */
  boolean has(String key) {
    return query(key).equals("true");
  }

  /** What the resource that is created will be called; empty when the service decides. */
  String newId() {
    return noun == null ? "" : query(noun.word() + "_id");
  }

  /** The structure of the body; absent where there is none. */
  Type.@Nullable Message message() {
    return switch (verb) {
      case CREATE, UPDATE -> noun == null ? null : noun.message();
      case CREDENTIAL -> Messages.CREDENTIAL;
      case GRANT, SET_PERMISSIONS -> Messages.ACCESS;
      default -> null;
    };
  }

  /** Whether the official clients have a method, and structures, for all of it. */
  boolean isTyped() {
    Type.Message message = message();
    return verb != Verb.OTHER && (message == null || message.fits(body));
  }

  /** Whether a list or map is sent to say that it shall be empty. */
  boolean sendsEmpty() {
    return (verb == Verb.CREATE || verb == Verb.UPDATE) && hasEmpty(body);
  }

  private static boolean hasEmpty(JsonValue value) {
    return switch (value) {
      case JsonValue.Items(var items) -> items.isEmpty() || items.stream().anyMatch(Call::hasEmpty);
      case JsonValue.Members(var members) ->
          members.isEmpty() || members.values().stream().anyMatch(Call::hasEmpty);
      default -> false;
    };
  }

  private boolean takes(Set<String> given) {
    return switch (verb) {
      case CREATE -> noun != null && within(given, Set.of(noun.word() + "_id", "replace_existing"));
      case UPDATE -> given.equals(Set.of("update_mask"));
      case DELETE -> within(given, ofDeletion());
      case LIST -> within(given, isSoftlyDeleted() ? OF_SOFTLY_DELETED : PAGING);
      case OTHER -> true;
      default -> given.isEmpty();
    };
  }

  private Set<String> ofDeletion() {
    return noun == Noun.ROLE
        ? Set.of("reassign_owned_to")
        : isSoftlyDeleted() ? Set.of("purge") : Set.of();
  }

  /** Whether resources of that kind can be brought back after they were deleted. */
  boolean isSoftlyDeleted() {
    return noun == Noun.PROJECT || noun == Noun.BRANCH;
  }

  private static boolean within(Set<String> given, Set<String> known) {
    return known.containsAll(given);
  }

  private static Call recognise(Action action) {
    String path = action.path();
    if (path.startsWith(WireRequest.PERMISSIONS)) {
      String project = path.substring(WireRequest.PERMISSIONS.length());
      return switch (action.method()) {
        case "GET" -> call(Verb.PERMISSIONS, null, project, action);
        case "PATCH" -> call(Verb.GRANT, null, project, action);
        case "PUT" -> call(Verb.SET_PERMISSIONS, null, project, action);
        default -> other(action);
      };
    }
    if (path.equals(WireRequest.ME) && action.method().equals("GET")) {
      return call(Verb.ME, null, "", action);
    }
    return path.startsWith(WireRequest.POSTGRES)
        ? postgres(action, path.substring(WireRequest.POSTGRES.length()))
        : other(action);
  }

  private static Call postgres(Action action, String rest) {
    boolean post = action.method().equals("POST");
    if (post && rest.equals("credentials")) {
      return call(Verb.CREDENTIAL, null, "", action);
    }
    if (post && rest.endsWith("/undelete")) {
      return named(Verb.UNDELETE, rest.substring(0, rest.lastIndexOf('/')), action);
    }
    if (action.method().equals("GET") && rest.contains("/operations/")) {
      return call(Verb.OPERATION, null, rest, action);
    }
    String last = rest.substring(rest.lastIndexOf('/') + 1);
    Optional<Noun> collection = Noun.ofCollection(last);
    String parent = rest.equals(last) ? "" : rest.substring(0, rest.lastIndexOf('/'));
    if (collection.isPresent() && (parent.isEmpty() || noun(parent).isPresent())) {
      return switch (action.method()) {
        case "POST" -> call(Verb.CREATE, collection.get(), parent, action);
        case "GET" -> call(Verb.LIST, collection.get(), parent, action);
        default -> other(action);
      };
    }
    return switch (action.method()) {
      case "GET" -> named(Verb.GET, rest, action);
      case "PATCH" -> named(Verb.UPDATE, rest, action);
      case "DELETE" -> named(Verb.DELETE, rest, action);
      default -> other(action);
    };
  }

  private static Call named(Verb verb, String name, Action action) {
    return noun(name).map(noun -> call(verb, noun, name, action)).orElseGet(() -> other(action));
  }

  private static Optional<Noun> noun(String name) {
    try {
      return Optional.of(Noun.of(ResourceName.parse(name).kind()));
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  private static Call call(Verb verb, @Nullable Noun noun, String name, Action action) {
    return new Call(
        verb,
        noun,
        name,
        action,
        action.body() instanceof JsonValue.Members members ? members : JsonValue.Members.NONE);
  }

  private static Call other(Action action) {
    return call(Verb.OTHER, null, "", action);
  }
}
