package lakebase.local.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lakebase.model.ComputeDefaults;
import lakebase.model.ProjectSpec;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;

/** What the service fills in (contract §3.1, §3.2). */
final class Defaults {

  static final String BRANCH_ID = "production";
  static final String ENDPOINT_ID = "primary";
  static final String DATABASE_ID = "databricks-postgres";
  static final String DATABASE = "databricks_postgres";
  static final String SUPERUSER = "DATABRICKS_SUPERUSER";
  static final int PG_VERSION = 17;
  static final long BRANCH_SIZE_LIMIT = 8L << 40;
  static final Duration RETENTION = Duration.ofDays(7);
  static final Suspension SUSPENSION = Suspension.after(Duration.ofDays(1));

  static final ComputeDefaults COMPUTE =
      new ComputeDefaults(SizeRange.fixed(1), SUSPENSION, Map.of());

  static final RoleSpec OWNER =
      new RoleSpec(List.of(SUPERUSER), new RoleAttributes(true, true, true));

  private Defaults() {}

  static ProjectSpec project(String projectId) {
    return new ProjectSpec(projectId, RETENTION, COMPUTE, null, false, null, List.of());
  }
}
