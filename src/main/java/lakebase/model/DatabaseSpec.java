package lakebase.model;

import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a database (contract §2.5, §2.8).
 *
 * @param postgresDatabase its name in Postgres
 * @param owner the role that owns it; absent when the service gave none
 */
public record DatabaseSpec(String postgresDatabase, @Nullable RoleName owner) implements Spec {}
