package lakebase.disk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lakebase.model.OperationName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.state.SentRequest;
import org.jspecify.annotations.Nullable;

/**
 * The tasks whose operations run at a service, and those that wait to be sent, in {@value #NAME}.
 * What such a task would send is not kept: a later start only tells that it was not sent.
 */
public final class RunningOperations {

  static final String NAME = "running-operations.json";

  /**
   * What the file holds.
   *
   * @param lastId the highest id that any task of this installation has had
   * @param running tasks that have not ended: accepted, or {@link BackgroundTask#isUnsent unsent}
   */
  public record Content(long lastId, List<BackgroundTask> running) {
    public Content {
      running = List.copyOf(running);
    }
  }

  private final JsonFile file;

  /** The file in that directory. */
  public RunningOperations(Path configDirectory) {
    this.file = new JsonFile(configDirectory.resolve(NAME));
  }

  /** What was saved last, without entries that cannot be understood. Blocks. */
  public Content load() {
    JsonNode json = file.read();
    List<BackgroundTask> running = new ArrayList<>();
    long lastId = json.path("last_id").asLong(0);
    for (JsonNode entry : json.path("running")) {
      task(entry).ifPresent(running::add);
    }
    long highest = running.stream().mapToLong(BackgroundTask::id).max().orElse(0);
    return new Content(Math.max(lastId, highest), running);
  }

  /**
   * Writes what the supplier gives when it is this write's turn, so that of two writes at once the
   * later one never brings back older content. Blocks.
   *
   * @throws java.io.UncheckedIOException when that is impossible
   */
  public synchronized void save(Supplier<Content> now) {
    Content content = now.get();
    ObjectNode json = JsonFile.object().put("last_id", content.lastId());
    ArrayNode running = json.putArray("running");
    for (BackgroundTask task : content.running()) {
      if (task.operation() != null || task.isUnsent()) {
        put(running.addObject(), task, task.operation());
      }
    }
    file.write(json);
  }

  private static void put(ObjectNode json, BackgroundTask task, @Nullable OperationName operation) {
    json.put("id", task.id());
    json.put("verb", task.verb().name());
    Json.putRef(json.putObject("target"), task.target());
    json.put("kind", task.kind().name());
    json.put("title", task.title());
    ArrayNode fields = json.putArray("fields");
    task.fields().forEach(fields::add);
    json.put("started", task.started().toString());
    if (operation != null) {
      json.put("operation", operation.value());
    }
    SentRequest request = task.request();
    if (request != null) {
      ObjectNode sent = json.putObject("request");
      sent.put("method", request.method()).put("path", request.pathAndQuery());
      if (request.body() != null) {
        sent.put("body", request.body());
      }
    }
  }

  /** Absent in what an older console wrote. */
  private static @Nullable SentRequest request(JsonNode json) {
    Optional<String> method = Json.text(json, "method");
    Optional<String> path = Json.text(json, "path");
    return method.isPresent() && path.isPresent()
        ? new SentRequest(method.get(), path.get(), Json.text(json, "body").orElse(null))
        : null;
  }

  private static Optional<BackgroundTask> task(JsonNode json) {
    Optional<BackgroundTask.Verb> verb = Json.parsed(json, "verb", BackgroundTask.Verb::valueOf);
    Optional<Ref> target = Json.ref(json.path("target"));
    Optional<Instant> started = Json.parsed(json, "started", Instant::parse);
    Optional<OperationName> operation = Json.parsed(json, "operation", OperationName::new);
    if (verb.isEmpty()
        || started.isEmpty()
        || (operation.isEmpty() && json.has("operation"))
        || !(target.orElse(null) instanceof Ref.OfResource resource)) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>();
    json.path("fields").forEach(field -> fields.add(field.asText()));
    return Optional.of(
        new BackgroundTask(
            json.path("id").asLong(0),
            verb.get(),
            resource,
            Json.parsed(json, "kind", ResourceKind::valueOf)
                .or(() -> operation.flatMap(OperationName::target).map(ResourceName::kind))
                .orElse(resource.name().kind()),
            Json.text(json, "title").orElse(resource.name().id().value()),
            fields,
            started.get(),
            null,
            operation.orElse(null),
            operation.isPresent()
                ? new BackgroundTask.Progress.Running()
                : new BackgroundTask.Progress.Waiting(0),
            request(json.path("request"))));
  }
}
