package lakebase.local.engine;

import java.time.Duration;
import lakebase.model.ComputeLimits;
import lakebase.model.EndpointGroup;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import org.jspecify.annotations.Nullable;

/** The parts of a request that describe a compute (contract §2.1, §2.3). */
final class ComputeBody {

  static final String MIN = "autoscaling_limit_min_cu";
  static final String MAX = "autoscaling_limit_max_cu";
  static final String TIMEOUT = "suspend_timeout_duration";
  static final String NEVER = "no_suspension";
  private static final int LARGEST_GROUP = 4;

  private ComputeBody() {}

  /**
   * The oneof {@code suspension} as that message gives it.
   *
   * @param or what it is when the message has no member of it
   */
  static Suspension suspension(Body message, Suspension or) {
    Duration timeout = message.duration(TIMEOUT);
    boolean hasNever = message.has(NEVER);
    if (timeout != null && hasNever) {
      throw Refusals.invalid("Only one of '" + TIMEOUT + "' and '" + NEVER + "' may be set.");
    }
    if (hasNever) {
      if (!message.flag(NEVER)) {
        throw Refusals.invalid("Field '" + NEVER + "' can only be set to true.");
      }
      return Suspension.never();
    }
    if (timeout == null) {
      return or;
    }
    if (timeout.compareTo(Suspension.SHORTEST) < 0 || timeout.compareTo(Suspension.LONGEST) > 0) {
      throw Refusals.invalid("Field '" + TIMEOUT + "' must be between 60s and 604800s.");
    }
    return Suspension.after(timeout);
  }

  /** One end of the size range, where it is to be taken from the message. */
  static SizeRange size(@Nullable SizeRange old, Body message, boolean min, boolean max) {
    SizeRange size = old == null ? SizeRange.fixed(1) : old;
    Double newMin = min ? message.number(MIN) : null;
    Double newMax = max ? message.number(MAX) : null;
    size = newMin == null ? size : size.withMinCu(newMin);
    return newMax == null ? size : size.withMaxCu(newMax);
  }

  /** Both ends at once; one alone moves the other only when the range would be crossed. */
  static SizeRange sizeOfNew(@Nullable SizeRange defaults, Body message) {
    SizeRange size = size(defaults, message, true, true);
    if (size.minCu() > size.maxCu()) {
      size = message.has(MIN) && !message.has(MAX) ? SizeRange.fixed(size.minCu()) : size;
      size = message.has(MAX) && !message.has(MIN) ? SizeRange.fixed(size.maxCu()) : size;
    }
    return size;
  }

  static void check(SizeRange size) {
    ComputeLimits.problem(size)
        .ifPresent(problem -> {
          throw Refusals.invalid(
              switch (problem) {
                case TOO_SMALL -> "Autoscaling limits must be at least 0.5 CU.";
                case TOO_LARGE -> "Autoscaling limits must be at most 112 CU.";
                case NOT_A_STEP -> "Autoscaling limits must be 0.5 or a whole number of CU.";
                case ENDS_CROSSED -> "Field '" + MIN + "' must not exceed '" + MAX + "'.";
                case SPREAD_TOO_WIDE -> "The autoscaling limits must not be more than 16 CU apart.";
                case FIXED_ONLY -> "Computes above 64 CU must have equal autoscaling limits.";
              });
        });
  }

  static EndpointGroup group(EndpointGroup old, Body group) {
    Integer min = group.integer("min");
    Integer max = group.integer("max");
    return new EndpointGroup(
        min == null ? old.min() : min,
        max == null ? old.max() : max,
        group.has("enable_readable_secondaries")
            ? group.flag("enable_readable_secondaries")
            : old.readableSecondaries());
  }

  static void check(EndpointGroup group, Suspension suspension) {
    if (group.min() != group.max() || group.min() < 1 || group.max() > LARGEST_GROUP) {
      throw Refusals.invalid("Fields 'group.min' and 'group.max' must be equal and 1 to 4.");
    }
    if (group.isHighlyAvailable() && !(suspension instanceof Suspension.Never)) {
      throw Refusals.invalid("A group of more than one compute requires 'no_suspension'.");
    }
  }
}
