package lakebase.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the service notes about every resource (contract §2).
 *
 * @param uid the lasting identity, different for a resource made anew under an old name; absent on
 *     roles and databases
 * @param createTime when it was made
 * @param updateTime when it was last changed
 * @param deleteTime when it was soft-deleted, absent while it lives
 * @param purgeTime when a soft-deleted resource is gone for good
 */
public record Metadata(
    @Nullable String uid,
    @Nullable Instant createTime,
    @Nullable Instant updateTime,
    @Nullable Instant deleteTime,
    @Nullable Instant purgeTime) {

  /** Nothing noted. */
  public static final Metadata NONE = new Metadata(null, null, null, null, null);

  /** The metadata of a resource made at that moment. */
  public static Metadata created(@Nullable String uid, Instant at) {
    return new Metadata(uid, at, at, null, null);
  }

  /** Whether the resource is soft-deleted. */
  public boolean isDeleted() {
    return deleteTime != null;
  }

  /** The same with another time of last change. */
  public Metadata updated(Instant at) {
    return new Metadata(uid, createTime, at, deleteTime, purgeTime);
  }

  /** The same, soft-deleted at one moment and to be purged at another; both null undelete. */
  public Metadata deleted(@Nullable Instant at, @Nullable Instant purgeAt) {
    return new Metadata(uid, createTime, updateTime, at, purgeAt);
  }
}
