package lakebase.auth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lakebase.model.Secret;

/** Keeps secrets for this run alone. */
public final class MemorySecrets implements SecretKeeper {

  private final Map<Place, Secret> kept = new ConcurrentHashMap<>();

  private record Place(String account, SecretKind kind) {}

  @Override
  public boolean isLasting() {
    return false;
  }

  @Override
  public Optional<Secret> find(String account, SecretKind kind) {
    return Optional.ofNullable(kept.get(new Place(account, kind)));
  }

  @Override
  public boolean keep(String account, SecretKind kind, Secret secret) {
    kept.put(new Place(account, kind), secret);
    return false;
  }

  @Override
  public void forget(String account, SecretKind kind) {
    kept.remove(new Place(account, kind));
  }

  /**
   * Hands everything on, and keeps nothing itself.
   *
   * @return whether all of it lasts beyond this run
   */
  public boolean moveTo(SecretKeeper other) {
    boolean lasts = true;
    for (Map.Entry<Place, Secret> entry : kept.entrySet()) {
      lasts &= other.keep(entry.getKey().account(), entry.getKey().kind(), entry.getValue());
    }
    kept.clear();
    return lasts;
  }
}
