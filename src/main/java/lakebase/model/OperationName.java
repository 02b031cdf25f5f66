package lakebase.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code <resource name>/operations/<id>} (contract §4). Operations of kinds that this model does
 * not know are held as well: the API is in beta.
 *
 * @param value the name as the service gave it, safe to put into a path
 */
public record OperationName(String value) implements Comparable<OperationName> {

  private static final Pattern SHAPE =
      Pattern.compile("(?:[A-Za-z0-9._~@+=:-]+/)+operations/[A-Za-z0-9._~@+=:-]+");

  public OperationName {
    if (!SHAPE.matcher(value).matches() || value.contains("/../") || value.endsWith("/..")) {
      throw new IllegalArgumentException("not an operation name: '" + value + "'");
    }
  }

  /** The resource that the operation works on; empty when its kind is unknown here. */
  public Optional<ResourceName> target() {
    try {
      return Optional.of(ResourceName.parse(value.substring(0, value.lastIndexOf("/operations/"))));
    } catch (IllegalArgumentException unknownKind) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(OperationName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
