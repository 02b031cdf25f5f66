package lakebase.auth;

import java.net.URI;
import java.nio.file.Path;
import lakebase.model.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be signed in where; holds no secret.
 *
 * @param key lasting and unique in this console: secrets are kept in the keyring under it
 * @param host the workspace's address; {@code https}, or {@code http} on loopback
 * @param signIn how
 * @param certificates a PEM file of authorities to trust besides the system's; absent: the system's
 *     alone
 */
public record Account(String key, URI host, SignIn signIn, @Nullable Path certificates) {}
