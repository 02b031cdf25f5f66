package lakebase.disk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lakebase.model.ResourceKind;
import lakebase.state.BackgroundTask.Verb;

/** How long the last changes of each kind took, oldest first, in {@value #NAME}. */
public final class TaskHistory {

  static final String NAME = "task-durations.json";

  /** What kind of change: a verb, done to a kind of resource. */
  public record Kind(Verb verb, ResourceKind resource) {}

  private final JsonFile file;

  /** The file in that directory. */
  public TaskHistory(Path configDirectory) {
    this.file = new JsonFile(configDirectory.resolve(NAME));
  }

  /** What was saved last, without what cannot be understood. Blocks. */
  public Map<Kind, List<Duration>> load() {
    JsonNode json = file.read();
    Map<Kind, List<Duration>> runs = new HashMap<>();
    for (Verb verb : Verb.values()) {
      for (ResourceKind resource : ResourceKind.values()) {
        List<Duration> known = durations(json.path(verb.name()).path(resource.name()));
        if (!known.isEmpty()) {
          runs.put(new Kind(verb, resource), known);
        }
      }
    }
    return runs;
  }

  /**
   * Writes them. Blocks.
   *
   * @throws java.io.UncheckedIOException when that is impossible
   */
  public void save(Map<Kind, List<Duration>> runs) {
    ObjectNode json = JsonFile.object();
    runs.forEach((kind, durations) -> {
      ArrayNode millis =
          json.withObjectProperty(kind.verb().name()).putArray(kind.resource().name());
      durations.forEach(duration -> millis.add(duration.toMillis()));
    });
    file.write(json);
  }

  private static List<Duration> durations(JsonNode json) {
    List<Duration> durations = new ArrayList<>();
    for (JsonNode millis : json) {
      if (millis.canConvertToLong() && millis.longValue() >= 0) {
        durations.add(Duration.ofMillis(millis.longValue()));
      }
    }
    return List.copyOf(durations);
  }
}
