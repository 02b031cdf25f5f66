package lakebase.local.engine;

import java.time.Duration;
import lakebase.model.BranchName;

/**
 * What the data plane has to know of a branch.
 *
 * @param name its name
 * @param uid names its data for as long as it exists
 * @param pgVersion PostgreSQL's major version
 * @param retention how long its history is kept
 * @param nativeLogin whether roles with a password may log in with it
 */
public record BranchPlan(
    BranchName name, String uid, int pgVersion, Duration retention, boolean nativeLogin) {}
