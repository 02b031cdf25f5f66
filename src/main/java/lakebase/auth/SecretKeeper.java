package lakebase.auth;

import java.util.Optional;
import lakebase.model.Secret;

/**
 * Keeps what signs in, apart from the console's files. Any thread; may block, also on a person who
 * is asked to unlock a keyring, so never the FX thread.
 */
public interface SecretKeeper {

  /** Whether it keeps secrets beyond this run. */
  boolean isLasting();

  /** What is kept for that account; empty when nothing is. */
  Optional<Secret> find(String account, SecretKind kind);

  /**
   * Keeps it, instead of what was kept.
   *
   * @return whether it lasts beyond this run
   */
  boolean keep(String account, SecretKind kind, Secret secret);

  /** Forgets it. */
  void forget(String account, SecretKind kind);

  /** Forgets all that is kept for that account. */
  default void forgetAll(String account) {
    for (SecretKind kind : SecretKind.values()) {
      forget(account, kind);
    }
  }
}
