package lakebase.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import lakebase.model.ComputeDefaults;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import org.jspecify.annotations.Nullable;

/** Size and suspension, which endpoints and a project's defaults have in common. */
final class ComputeJson {

  private static final String MIN = "autoscaling_limit_min_cu";
  private static final String MAX = "autoscaling_limit_max_cu";
  private static final String TIMEOUT = "suspend_timeout_duration";
  private static final String NEVER = "no_suspension";

  private ComputeJson() {}

  static @Nullable SizeRange readSize(Fields from) {
    Double min = from.decimal(MIN);
    Double max = from.decimal(MAX);
    if (min == null) {
      return max == null ? null : SizeRange.fixed(max);
    }
    return max == null ? SizeRange.fixed(min) : new SizeRange(min, max);
  }

  static void writeSize(ObjectNode to, @Nullable SizeRange size) {
    if (size != null) {
      writeMin(to, size);
      writeMax(to, size);
    }
  }

  static void writeMin(ObjectNode to, SizeRange size) {
    Writing.putCu(to, MIN, size.minCu());
  }

  static void writeMax(ObjectNode to, SizeRange size) {
    Writing.putCu(to, MAX, size.maxCu());
  }

  /** Without a timeout a compute is never suspended: status has no word for that (§2.3). */
  static Suspension readSuspension(Fields from) {
    Duration timeout = from.duration(TIMEOUT);
    boolean never = from.flag(NEVER);
    return timeout == null || never ? Suspension.never() : Suspension.after(timeout);
  }

  /** The member of the oneof that the value is. */
  static void writeSuspension(ObjectNode to, @Nullable Suspension suspension) {
    switch (suspension) {
      case Suspension.Never _ -> to.put(NEVER, true);
      case Suspension.After(Duration timeout) -> Writing.put(to, TIMEOUT, timeout);
      case null -> {}
    }
  }

  /** As an endpoint's status has it: no word for never. */
  static void writeSuspensionStatus(ObjectNode to, Suspension suspension) {
    if (suspension instanceof Suspension.After(Duration timeout)) {
      Writing.put(to, TIMEOUT, timeout);
    }
  }

  static ComputeDefaults readDefaults(Fields from) {
    return new ComputeDefaults(readSize(from), readSuspension(from), from.textMap("pg_settings"));
  }

  static ObjectNode writeDefaults(ComputeDefaults defaults) {
    ObjectNode message = Json.object();
    writeSize(message, defaults.size());
    writeSuspension(message, defaults.suspension());
    if (!defaults.pgSettings().isEmpty()) {
      message.set("pg_settings", Writing.texts(defaults.pgSettings()));
    }
    return message;
  }
}
