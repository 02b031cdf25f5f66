package lakebase.connect;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a test of a connection went.
 *
 * @param passed the steps that succeeded, in order
 * @param failed the step that did not, after which none was tried; absent when all succeeded
 * @param tls protocol and cipher; empty before TLS
 * @param version the server's version; empty before it was asked
 * @param wake how long the compute took to wake up; absent when it was awake
 */
public record TestReport(
    List<Passed> passed,
    @Nullable Failed failed,
    String tls,
    String version,
    @Nullable Duration wake) {

  /** The steps of a connection, in order. */
  public enum Step {
    /** The host's name has an address. */
    NAME,
    /** The address answers. */
    REACH,
    /** The host proves who it is. */
    TLS,
    /** The role is let in; a compute that slept wakes up before. */
    LOGIN,
    /** The server answers a question. */
    ASK,
    /** The role is let in once more: what a log-in takes when the compute is awake. */
    AGAIN
  }

  /** A step that succeeded. */
  public record Passed(Step step, Duration took) {}

  /**
   * The step that did not.
   *
   * @param reason in the words of the system or the server; holds no secret
   */
  public record Failed(Step step, String reason) {}

  public TestReport {
    passed = List.copyOf(passed);
  }

  /** Whether all steps succeeded. */
  public boolean isGood() {
    return failed == null;
  }

  /** How long that step took; zero when it did not succeed. */
  public Duration took(Step step) {
    return passed.stream()
        .filter(one -> one.step == step)
        .map(Passed::took)
        .findFirst()
        .orElse(Duration.ZERO);
  }
}
