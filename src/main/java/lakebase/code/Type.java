package lakebase.code;

import java.util.List;
import java.util.Map;
import lakebase.wire.JsonValue;

/** The type that a field of a request has in the official clients. */
sealed interface Type {

  /** Whether the clients can hold that value. */
  boolean fits(JsonValue value);

  /** A value without parts. */
  enum Scalar implements Type {
    TEXT,
    FLAG,
    NUMBER,
    INTEGER,
    DURATION,
    TIME;

    @Override
    public boolean fits(JsonValue value) {
      return switch (this) {
        case TEXT -> value instanceof JsonValue.Text;
        case FLAG -> value instanceof JsonValue.Flag;
        case NUMBER -> value instanceof JsonValue.Decimal;
        case INTEGER ->
            value instanceof JsonValue.Decimal(var number)
                && number.stripTrailingZeros().scale() <= 0
                && number.abs().precision() - number.scale() <= 18;
        case DURATION -> value instanceof JsonValue.Text(var text) && Words.duration(text) != null;
        case TIME -> value instanceof JsonValue.Text(var text) && Words.time(text) != null;
      };
    }
  }

  /** One of the names that the clients know. */
  record Choice(String name, List<String> values) implements Type {
    @Override
    public boolean fits(JsonValue value) {
      return value instanceof JsonValue.Text(var text) && values.contains(text);
    }
  }

  /** Values of one type. */
  record ListOf(Type item) implements Type {
    @Override
    public boolean fits(JsonValue value) {
      return value instanceof JsonValue.Items(var items) && items.stream().allMatch(item::fits);
    }
  }

  /** Texts by name. */
  record TextMap() implements Type {
    @Override
    public boolean fits(JsonValue value) {
      return value instanceof JsonValue.Members(var members)
          && members.values().stream().allMatch(Scalar.TEXT::fits);
    }
  }

  /** A structure; the order of its fields is that of the API's description. */
  record Message(String name, Map<String, Type> fields) implements Type {

    @Override
    public boolean fits(JsonValue value) {
      return value instanceof JsonValue.Members(var members)
          && members.entrySet().stream()
              .allMatch(entry -> {
                Type type = fields.get(entry.getKey());
                return type != null && type.fits(entry.getValue());
              });
    }

    /** The type of a field that is there. */
    Type field(String name) {
      Type type = fields.get(name);
      if (type == null) {
        throw new IllegalArgumentException(this.name + " has no " + name);
      }
      return type;
    }
  }
}
