package lakebase.model;

import org.jspecify.annotations.Nullable;

/**
 * A long-running operation (contract §2.7, §4).
 *
 * @param name what it is polled by
 * @param metadataType the {@code @type} of its metadata; absent when none was given
 * @param outcome how far it is
 */
public record Operation(OperationName name, @Nullable String metadataType, Outcome outcome) {

  /** How far an operation is. */
  public sealed interface Outcome {

    /** Not done. */
    record Running() implements Outcome {}

    /**
     * Done without error.
     *
     * @param responseJson the response as the service sent it
     */
    record Succeeded(String responseJson) implements Outcome {}

    /** Done with an error. */
    record Failed(ServiceError error) implements Outcome {}
  }

  /** Whether it has ended, one way or the other. */
  public boolean isDone() {
    return !(outcome instanceof Outcome.Running);
  }
}
