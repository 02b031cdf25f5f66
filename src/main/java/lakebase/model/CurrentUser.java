package lakebase.model;

import org.jspecify.annotations.Nullable;

/**
 * Who the caller is (contract §1.4, SCIM Me).
 *
 * @param userName e-mail address or application id; the caller's Postgres role
 * @param displayName a person's name, absent when the service gave none
 * @param workspaceId the workspace's number, absent when the service gave none
 */
public record CurrentUser(
    String userName, @Nullable String displayName, @Nullable String workspaceId) {}
