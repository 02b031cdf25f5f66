package lakebase.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lakebase.disk.TaskHistory;
import lakebase.model.ResourceKind;
import lakebase.state.BackgroundTask.Verb;

/**
 * How long each kind of change usually takes: the median of its last {@value #RUNS} successful
 * runs, remembered between starts. From any thread.
 */
public final class UsualDurations {

  static final int RUNS = 9;

  private final TaskHistory file;
  private final Map<TaskHistory.Kind, List<Duration>> runs;

  /** Starts with what the file remembers. */
  public UsualDurations(TaskHistory file) {
    this.file = file;
    this.runs = new ConcurrentHashMap<>(file.load());
  }

  /** The usual duration; empty before the first run. */
  public Optional<Duration> usual(Verb verb, ResourceKind kind) {
    List<Duration> sorted = runs.getOrDefault(new TaskHistory.Kind(verb, kind), List.of());
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.stream().sorted().toList().get((sorted.size() - 1) / 2));
  }

  /** One more run took that long. */
  public void add(Verb verb, ResourceKind kind, Duration took) {
    runs.merge(
        new TaskHistory.Kind(verb, kind),
        List.of(took),
        (known, more) -> {
          List<Duration> all = new ArrayList<>(known);
          all.addAll(more);
          return List.copyOf(all.subList(Math.max(0, all.size() - RUNS), all.size()));
        });
  }

  /**
   * Writes them down; blocks.
   *
   * @throws java.io.UncheckedIOException when the file cannot be written
   */
  public void save() {
    file.save(runs);
  }
}
