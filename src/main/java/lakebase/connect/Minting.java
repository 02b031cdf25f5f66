package lakebase.connect;

import lakebase.model.EndpointName;

/**
 * What a program needs to get its own tokens.
 *
 * @param workspace the workspace's address, for example {@code https://example.com}
 * @param endpoint the compute
 * @param group the group whose role it logs in as; empty: its own role
 */
public record Minting(String workspace, EndpointName endpoint, String group) {}
