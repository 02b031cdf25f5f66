package lakebase.api;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import lakebase.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The last 500 attempts at requests, in memory only. Every secret is taken out on the way in. Any
 * thread.
 */
public final class RequestJournal {

  /** How many entries are kept. */
  public static final int CAPACITY = 500;

  /**
   * What the paths end with that are asked for every few seconds: of each, only the last attempt is
   * kept, so that they do not push everything else out.
   */
  static final String WATCHED = "/compute-instances";

  /** How much of a body is kept, in characters. */
  public static final int LONGEST_BODY = 64 * 1024;

  // Redaction sees more than is kept, so that no secret is cut into a shape it does not know.
  private static final int REDACTION_MARGIN = 16 * 1024;

  private final Deque<JournalEntry> entries = new ArrayDeque<>();
  private final List<Consumer<JournalEntry>> listeners = new CopyOnWriteArrayList<>();
  private long lastSequence;

  /** What is known of an attempt, secrets included. */
  record Attempt(
      Instant time,
      ApiRequest request,
      int status,
      long millis,
      @Nullable String traceId,
      @Nullable String responseBody,
      @Nullable String failure) {}

  /** The entries, oldest first. */
  public synchronized List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  /**
   * Calls the listener with every new entry, on the thread that made the request; it must return
   * quickly and not throw.
   *
   * @return ends that
   */
  public Runnable subscribe(Consumer<JournalEntry> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Keeps the attempt without its secrets; {@code token} is the one that it was made with. */
  void add(Attempt attempt, @Nullable Secret token) {
    JournalEntry entry = append(attempt, token);
    listeners.forEach(listener -> listener.accept(entry));
  }

  private synchronized JournalEntry append(Attempt attempt, @Nullable Secret token) {
    JournalEntry entry =
        new JournalEntry(
            ++lastSequence,
            attempt.time(),
            attempt.request().method().name(),
            Redactor.redact(attempt.request().pathAndQuery(), token),
            attempt.status(),
            attempt.millis(),
            clean(attempt.traceId(), token),
            clean(attempt.request().body(), token),
            clean(attempt.responseBody(), token),
            clean(attempt.failure(), token));
    if (entry.path().endsWith(WATCHED)) {
      entries.removeIf(earlier -> earlier.path().equals(entry.path()));
    }
    entries.addLast(entry);
    if (entries.size() > CAPACITY) {
      entries.removeFirst();
    }
    return entry;
  }

  private static @Nullable String clean(@Nullable String text, @Nullable Secret token) {
    if (text == null) {
      return null;
    }
    int seen = Math.min(text.length(), LONGEST_BODY + REDACTION_MARGIN);
    String redacted = Redactor.redact(text.substring(0, seen), token);
    return text.length() <= LONGEST_BODY
        ? redacted
        : redacted.substring(0, Math.min(redacted.length(), LONGEST_BODY))
            + "\n… "
            + (text.length() - LONGEST_BODY)
            + " more characters";
  }
}
