package lakebase.model;

import org.jspecify.annotations.Nullable;

/**
 * What a host says of itself without sign-in (contract §9.3).
 *
 * @param oidcEndpoint where its OAuth endpoints are
 * @param workspaceId the workspace's number
 * @param cloud for example {@code AWS}
 * @param hostType for example {@code WORKSPACE_HOST}
 */
public record HostMetadata(
    @Nullable String oidcEndpoint,
    @Nullable String workspaceId,
    @Nullable String cloud,
    @Nullable String hostType) {}
