package lakebase.connect.port;

import lakebase.model.Credential;

/** Makes database credentials for one compute and role. */
@FunctionalInterface
public interface Mint {

  /**
   * A new one. Blocks; called from any thread.
   *
   * @throws lakebase.api.ApiException when the service gives none
   */
  Credential mint() throws InterruptedException;
}
