package lakebase.disk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;

/**
 * The workspaces that a person added, in {@value #NAME}. Nothing of it is lost: a file that cannot
 * be understood is kept beside it, and an entry that cannot be is written back as it is.
 */
public final class WorkspacesFile {

  static final String NAME = "workspaces.json";

  private static final int VERSION = 1;

  /**
   * What the file holds.
   *
   * @param workspaces in their order; the local one is among them only when it was changed
   * @param strange how many entries were not understood
   * @param aside where a file was put that was not understood at all; empty when it was
   */
  public record Content(List<WorkspaceSettings> workspaces, int strange, Optional<Path> aside) {
    public Content {
      workspaces = List.copyOf(workspaces);
    }
  }

  private final JsonFile file;
  private List<JsonNode> strange = List.of();

  /** The file in that directory. */
  public WorkspacesFile(Path configDirectory) {
    this.file = new JsonFile(configDirectory.resolve(NAME));
  }

  /** What was saved last. Blocks. */
  public synchronized Content load() {
    JsonNode json = file.read();
    if (json.path("version").asInt(VERSION) > VERSION) {
      file.setAside("of a newer version");
      json = JsonFile.object();
    }
    Map<WorkspaceId, WorkspaceSettings> known = new LinkedHashMap<>();
    List<JsonNode> others = new ArrayList<>();
    for (JsonNode entry : json.path("workspaces")) {
      Optional<WorkspaceSettings> settings =
          workspace(entry).filter(found -> !known.containsKey(found.id()));
      settings.ifPresentOrElse(found -> known.put(found.id(), found), () -> others.add(entry));
    }
    strange = List.copyOf(others);
    return new Content(
        List.copyOf(known.values()), strange.size(), Optional.ofNullable(file.aside()));
  }

  /**
   * Writes what the supplier gives when it is this write's turn, so that of two writes at once the
   * later one never brings back older content. Blocks.
   *
   * @throws java.io.UncheckedIOException when that is impossible
   */
  public synchronized void save(Supplier<List<WorkspaceSettings>> now) {
    ObjectNode json = JsonFile.object().put("version", VERSION);
    ArrayNode entries = json.putArray("workspaces");
    for (WorkspaceSettings settings : now.get()) {
      put(entries.addObject(), settings);
    }
    entries.addAll(strange);
    file.write(json);
  }

  private static void put(ObjectNode json, WorkspaceSettings settings) {
    json.put("id", settings.id().value());
    json.put("name", settings.name());
    json.put("colour", settings.colour().name());
    json.put("host", settings.host());
    SignInJson.put(json.putObject("sign_in"), settings.signIn());
    json.put("certificates", settings.certificates());
    json.put("read_only", settings.readOnly());
  }

  private static Optional<WorkspaceSettings> workspace(JsonNode json) {
    return Json.text(json, "id")
        .filter(id -> !id.isBlank())
        .flatMap(id ->
            SignInJson.read(json.path("sign_in"))
                .map(signIn ->
                    new WorkspaceSettings(
                        new WorkspaceId(id),
                        Json.text(json, "name").orElse(""),
                        Json.parsed(json, "colour", WorkspaceColour::valueOf)
                            .orElse(WorkspaceColour.GREY),
                        Json.text(json, "host").orElse(""),
                        signIn,
                        Json.text(json, "certificates").orElse(""),
                        // What is not understood is rather locked than open.
                        json.path("read_only").asBoolean(json.has("read_only")))));
  }
}
