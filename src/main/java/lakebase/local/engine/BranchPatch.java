package lakebase.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lakebase.model.BranchSpec;
import lakebase.model.Expiration;

/** Applies the masked fields of a branch's body (contract §2.2, §2.8). */
final class BranchPatch {

  private static final List<String> MEMBERS = List.of("expire_time", "ttl", "no_expiry");

  private BranchPatch() {}

  /**
   * The values after the update.
   *
   * @param created when the branch was made: a time to live counts from there
   */
  static BranchSpec apply(
      BranchSpec old, Body body, Mask mask, Instant created, Instant now, Duration longest) {
    Body spec = body.object("spec");
    BranchSpec next = old;
    if (mask.takes(body, "spec.is_protected")) {
      next = next.withProtected(spec.flag("is_protected"));
    }
    if (mask.isPatch() || mask.names("spec.expiration")) {
      next = next.withExpiration(expiration(spec, created, now, longest).orElse(next.expiration()));
    }
    return next;
  }

  /** The oneof {@code expiration}, resolved to a moment; empty when no member is there. */
  static Optional<Expiration> expiration(
      Body spec, Instant created, Instant now, Duration longest) {
    List<String> given = MEMBERS.stream().filter(spec::has).toList();
    if (given.size() > 1) {
      throw Refusals.invalid("Only one of " + String.join(", ", given) + " may be set.");
    }
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (spec.has("no_expiry")) {
      if (!spec.flag("no_expiry")) {
        throw Refusals.invalid("Field 'spec.no_expiry' can only be set to true.");
      }
      return Optional.of(Expiration.never());
    }
    Duration ttl = spec.duration("ttl");
    if (ttl != null && ttl.compareTo(longest) > 0) {
      throw Refusals.expirationTooLong();
    }
    Instant time = ttl == null ? spec.time("expire_time") : created.plus(ttl);
    return Optional.of(
        Expiration.at(checked(Optional.ofNullable(time).orElseThrow(), now, longest)));
  }

  private static Instant checked(Instant time, Instant now, Duration longest) {
    if (time.isAfter(now.plus(longest))) {
      throw Refusals.expirationTooLong();
    }
    if (!time.isAfter(now)) {
      throw Refusals.invalid("expiration time must be in the future");
    }
    return time.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
  }
}
