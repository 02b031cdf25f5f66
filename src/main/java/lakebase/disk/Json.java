package lakebase.disk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import lakebase.model.ResourceName;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;

/** Values of a file that anybody may have edited: what does not fit counts as absent. */
final class Json {

  private Json() {}

  /** The text of that member. */
  static Optional<String> text(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  /** The number of that member. */
  static Optional<Double> number(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isNumber() && Double.isFinite(value.doubleValue())
        ? Optional.of(value.doubleValue())
        : Optional.empty();
  }

  /** What the function makes of the member's text; absent when it refuses the text. */
  static <T> Optional<T> parsed(JsonNode object, String member, Function<String, T> parse) {
    return text(object, member).flatMap(text -> tried(text, parse));
  }

  /** What the function makes of the text; absent when it refuses it. */
  static <T> Optional<T> tried(String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException | java.time.DateTimeException doesNotFit) {
      return Optional.empty();
    }
  }

  /** A reference as {@code {"workspace": …, "name": …}}; a workspace itself has no name. */
  static void putRef(ObjectNode object, Ref ref) {
    object.put("workspace", ref.workspace().value());
    if (ref instanceof Ref.OfResource(var _, var name)) {
      object.put("name", name.toString());
    }
  }

  /** The reference that {@link #putRef} put there. */
  static Optional<Ref> ref(JsonNode object) {
    Optional<WorkspaceId> workspace = text(object, "workspace").map(WorkspaceId::new);
    return object.has("name")
        ? workspace.flatMap(
            id -> parsed(object, "name", ResourceName::parse).map(name -> Ref.of(id, name)))
        : workspace.map(Ref::of);
  }
}
