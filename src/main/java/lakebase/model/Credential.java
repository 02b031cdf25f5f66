package lakebase.model;

import java.time.Instant;

/**
 * A database credential (contract §6).
 *
 * @param token the password for the role that it was made for
 * @param expireTime until when it is accepted at login; open sessions live on
 */
public record Credential(Secret token, Instant expireTime) {}
