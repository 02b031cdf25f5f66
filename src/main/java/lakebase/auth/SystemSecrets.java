package lakebase.auth;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.model.Secret;

/**
 * Keeps secrets in the system's keyring: Secret Service, macOS Keychain, Windows Credential
 * Manager. Where there is none, or it does not answer, or refuses, it keeps them for this run
 * alone. The keyring is asked for when it is first needed.
 */
public final class SystemSecrets implements SecretKeeper {

  private static final String SERVICE = "lakebase-console";
  private static final int SECONDS_TO_OPEN = 5;

  /** They report on their own what is reported here by {@link #isLasting}; held, to stay silent. */
  private static final Logger[] QUIET = {
    Logger.getLogger("de.swiesend"),
    Logger.getLogger("org.freedesktop"),
    Logger.getLogger("com.github.javakeyring")
  };

  private final MemorySecrets memory = new MemorySecrets();
  private final Opener opener;
  private Optional<Keyring> keyring = Optional.empty();
  private boolean opened;

  /** Opens the system's keyring. */
  @FunctionalInterface
  interface Opener {
    Keyring open() throws BackendNotSupportedException;
  }

  /** Asks for nothing yet. */
  public SystemSecrets() {
    this(Keyring::create);
  }

  SystemSecrets(Opener opener) {
    this.opener = opener;
  }

  @Override
  public boolean isLasting() {
    return keyring().isPresent();
  }

  @Override
  public Optional<Secret> find(String account, SecretKind kind) {
    Optional<Secret> now = memory.find(account, kind);
    if (now.isPresent()) {
      return now;
    }
    return keyring()
        .flatMap(found -> {
          try {
            return Optional.ofNullable(found.getPassword(SERVICE, name(account, kind)))
                .filter(value -> !value.isEmpty())
                .map(Secret::new);
          } catch (PasswordAccessException none) {
            // The library does not tell "not there" from "not permitted".
            return Optional.empty();
          }
        });
  }

  @Override
  public boolean keep(String account, SecretKind kind, Secret secret) {
    Optional<Keyring> found = keyring();
    if (found.isPresent()) {
      try {
        found.get().setPassword(SERVICE, name(account, kind), secret.reveal());
        memory.forget(account, kind);
        return true;
      } catch (PasswordAccessException refused) {
        // Locked, or the person said no: it is still good for this run.
      }
    }
    return memory.keep(account, kind, secret);
  }

  @Override
  public void forget(String account, SecretKind kind) {
    memory.forget(account, kind);
    keyring()
        .ifPresent(found -> {
          try {
            found.deletePassword(SERVICE, name(account, kind));
          } catch (PasswordAccessException none) {
            // Nothing was kept there.
          }
        });
  }

  private static String name(String account, SecretKind kind) {
    return account + "/" + kind.text();
  }

  private synchronized Optional<Keyring> keyring() {
    if (!opened) {
      opened = true;
      keyring = open();
    }
    return keyring;
  }

  private Optional<Keyring> open() {
    for (Logger library : QUIET) {
      library.setLevel(Level.OFF);
    }
    CompletableFuture<Keyring> opening = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("keyring")
        .start(() -> {
          try {
            opening.complete(opener.open());
          } catch (BackendNotSupportedException | RuntimeException | LinkageError none) {
            opening.completeExceptionally(none);
          }
        });
    try {
      return Optional.of(opening.get(SECONDS_TO_OPEN, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException none) {
      return Optional.empty();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      opened = false;
      return Optional.empty();
    }
  }
}
