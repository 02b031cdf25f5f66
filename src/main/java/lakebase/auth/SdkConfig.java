package lakebase.auth;

import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.utils.Environment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The vendor's configuration, which sees the machine that it is shown instead of the real one. */
final class SdkConfig extends DatabricksConfig {

  /** What it logs is thrown as well, and said where it is caught; held, to stay silent. */
  private static final Logger QUIET = Logger.getLogger("com.databricks.sdk");

  private final Environment shown;

  private SdkConfig(Machine machine) {
    Map<String, String> environment = new HashMap<>(machine.environment());
    environment.put("HOME", machine.home().toString());
    this.shown =
        new Environment(
            environment, machine.path().stream().map(Path::toString).toList(), machine.system());
  }

  /** Nothing is read yet; requests go over that client. */
  static DatabricksConfig over(Machine machine, SdkHttp http) {
    QUIET.setLevel(Level.OFF);
    return new SdkConfig(machine).setHttpClient(http).setDisableAsyncTokenRefresh(true);
  }

  @Override
  public Environment getEnv() {
    return shown;
  }
}
