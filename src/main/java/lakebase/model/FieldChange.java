package lakebase.model;

import org.jspecify.annotations.Nullable;

/**
 * One field that differs between two values of a resource.
 *
 * @param path its mask path, for example {@code spec.suspension}
 * @param before its value in the first
 * @param after its value in the second
 */
public record FieldChange(String path, @Nullable Object before, @Nullable Object after) {}
