package lakebase.model;

import java.time.Duration;
import java.time.Instant;

/** When a branch is deleted by itself: the oneof {@code expiration} (contract §2.2). */
public sealed interface Expiration {

  /** Never: {@code no_expiry}. */
  record Never() implements Expiration {}

  /** At that moment: {@code expire_time}. */
  record At(Instant time) implements Expiration {}

  /** That long after the branch was created: {@code ttl}. */
  record After(Duration ttl) implements Expiration {}

  /** The longest life of an expiring branch. */
  Duration LONGEST = Duration.ofDays(30);

  /** Never expires. */
  static Expiration never() {
    return new Never();
  }

  /** Expires at that moment. */
  static Expiration at(Instant time) {
    return new At(time);
  }

  /** Expires that long after its creation. */
  static Expiration after(Duration ttl) {
    return new After(ttl);
  }
}
