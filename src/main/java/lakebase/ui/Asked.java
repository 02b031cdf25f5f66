package lakebase.ui;

import lakebase.model.ResourceKind;
import lakebase.state.BackgroundTask.Verb;

/**
 * What a person had asked for when it failed.
 *
 * @param failed that it failed, in a person's words: {@code Branch "dev" could not be created}
 * @param reach how far it can have got
 */
public record Asked(String failed, Reach reach) {

  /** How far a request can have got before it failed. */
  public enum Reach {
    /** It only reads. */
    READS,
    /** It would change something, and was not accepted. */
    CHANGES,
    /** The service had accepted it as an operation, which then failed. */
    ACCEPTED
  }

  /** The reading of something that people call {@code title}. */
  public static Asked read(Texts texts, String title) {
    return new Asked(texts.get("failure.asked.READ", title), Reach.READS);
  }

  /** The reading of everything in something that people call {@code title}. */
  public static Asked list(Texts texts, String title) {
    return new Asked(texts.get("failure.asked.LIST", title), Reach.READS);
  }

  /** The making of a credential for a compute that people call {@code title}. */
  public static Asked credential(Texts texts, String title) {
    return new Asked(texts.get("failure.asked.CREDENTIAL", title), Reach.READS);
  }

  /** A change that the service did not accept. */
  public static Asked change(Texts texts, Verb verb, ResourceKind kind, String title) {
    return new Asked(
        texts.get("failure.asked." + verb.name(), texts.of("kind", kind), title), Reach.CHANGES);
  }

  /** A change that the service accepted and then did not finish. */
  public static Asked operation(Texts texts, Verb verb, ResourceKind kind, String title) {
    return new Asked(change(texts, verb, kind, title).failed(), Reach.ACCEPTED);
  }
}
