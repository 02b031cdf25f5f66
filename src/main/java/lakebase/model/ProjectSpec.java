package lakebase.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a project (contract §2.1, §2.8).
 *
 * @param displayName 1–256 characters
 * @param historyRetention 2–35 days; absent when the service gave none
 * @param computeDefaults what new computes start with
 * @param defaultBranch the branch that new ones are taken from; absent when the service gave none
 * @param pgNativeLogin whether roles may log in with a native Postgres password
 * @param budgetPolicyId who pays; absent when nothing is set
 * @param customTags in the service's order
 */
public record ProjectSpec(
    String displayName,
    @Nullable Duration historyRetention,
    ComputeDefaults computeDefaults,
    @Nullable BranchName defaultBranch,
    boolean pgNativeLogin,
    @Nullable String budgetPolicyId,
    List<Tag> customTags)
    implements Spec {

  /** The shortest history retention that the service accepts. */
  public static final Duration SHORTEST_RETENTION = Duration.ofDays(2);

  /** The longest history retention that the service accepts. */
  public static final Duration LONGEST_RETENTION = Duration.ofDays(35);

  /** The longest display name that the service accepts, in characters. */
  public static final int LONGEST_DISPLAY_NAME = 256;

  public ProjectSpec {
    customTags = List.copyOf(customTags);
  }

  /** The same with another display name. */
  public ProjectSpec withDisplayName(String value) {
    return new ProjectSpec(
        value,
        historyRetention,
        computeDefaults,
        defaultBranch,
        pgNativeLogin,
        budgetPolicyId,
        customTags);
  }

  /** The same with another history retention. */
  public ProjectSpec withHistoryRetention(@Nullable Duration value) {
    return new ProjectSpec(
        displayName,
        value,
        computeDefaults,
        defaultBranch,
        pgNativeLogin,
        budgetPolicyId,
        customTags);
  }

  /** The same with other defaults for new computes. */
  public ProjectSpec withComputeDefaults(ComputeDefaults value) {
    return new ProjectSpec(
        displayName,
        historyRetention,
        value,
        defaultBranch,
        pgNativeLogin,
        budgetPolicyId,
        customTags);
  }

  /** The same with another default branch. */
  public ProjectSpec withDefaultBranch(@Nullable BranchName value) {
    return new ProjectSpec(
        displayName,
        historyRetention,
        computeDefaults,
        value,
        pgNativeLogin,
        budgetPolicyId,
        customTags);
  }

  /** The same with native logins allowed or not. */
  public ProjectSpec withPgNativeLogin(boolean value) {
    return new ProjectSpec(
        displayName,
        historyRetention,
        computeDefaults,
        defaultBranch,
        value,
        budgetPolicyId,
        customTags);
  }

  /** The same with another budget policy. */
  public ProjectSpec withBudgetPolicyId(@Nullable String value) {
    return new ProjectSpec(
        displayName,
        historyRetention,
        computeDefaults,
        defaultBranch,
        pgNativeLogin,
        value,
        customTags);
  }

  /** The same with other tags. */
  public ProjectSpec withCustomTags(List<Tag> value) {
    return new ProjectSpec(
        displayName,
        historyRetention,
        computeDefaults,
        defaultBranch,
        pgNativeLogin,
        budgetPolicyId,
        value);
  }
}
