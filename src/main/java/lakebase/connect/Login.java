package lakebase.connect;

import java.time.Instant;
import lakebase.model.Secret;

/**
 * A target with the password for it.
 *
 * @param target where, and as whom
 * @param password a database credential's token
 * @param expires until when it is accepted
 */
public record Login(Target target, Secret password, Instant expires) {

  /** The same with another password in its place, for a text that is only shown. */
  public Login withPassword(Secret other) {
    return new Login(target, other, expires);
  }
}
