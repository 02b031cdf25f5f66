package lakebase.local.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lakebase.local.engine.Caller;
import lakebase.local.store.OwnerOnly;
import lakebase.model.Secret;

/**
 * The workspace's one person and one program, with their secrets. The secrets are files in the data
 * directory that only their owner can read.
 *
 * @param user the person
 * @param token the person's access token
 * @param clientId the program's application id
 * @param clientSecret the program's secret for OAuth M2M
 */
public record Identity(Caller user, Secret token, String clientId, Secret clientSecret) {

  /** Holds the person's access token. */
  public static final String TOKEN_FILE = "token";

  /** Holds the program's application id. */
  public static final String CLIENT_ID_FILE = "client-id";

  /** Holds the program's secret. */
  public static final String CLIENT_SECRET_FILE = "client-secret";

  /** Reads the identity in that directory; what is missing is made. */
  public static Identity open(Path directory) throws IOException {
    return new Identity(
        Caller.user(userName(System.getProperty("user.name", ""))),
        new Secret(readOrMake(directory.resolve(TOKEN_FILE), "dapi" + Hashes.random())),
        readOrMake(directory.resolve(CLIENT_ID_FILE), UUID.randomUUID().toString()),
        new Secret(readOrMake(directory.resolve(CLIENT_SECRET_FILE), "dose" + Hashes.random())));
  }

  /** The program. */
  public Caller servicePrincipal() {
    return Caller.servicePrincipal(clientId);
  }

  /** Whether that is the person's access token. */
  public boolean isToken(String presented) {
    return Hashes.same(token.reveal(), presented);
  }

  /** Whether those are the program's id and secret. */
  public boolean isClient(String id, String secret) {
    boolean sameId = Hashes.same(clientId, id);
    return Hashes.same(clientSecret.reveal(), secret) && sameId;
  }

  /** An e-mail-like name made of the operating system's user name. */
  static String userName(String osUser) {
    String plain =
        osUser
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
    return (plain.isEmpty() ? "user" : plain) + "@local";
  }

  private static String readOrMake(Path file, String fresh) throws IOException {
    Optional<String> found =
        Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    if (found.isPresent() && !found.get().isEmpty()) {
      return found.get();
    }
    OwnerOnly.write(file, fresh + "\n");
    return fresh;
  }
}
