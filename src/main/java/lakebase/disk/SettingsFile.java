package lakebase.disk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import lakebase.state.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The settings, in {@value #NAME}. What is missing or does not fit is as {@link Settings#DEFAULT}
 * has it.
 */
public final class SettingsFile {

  static final String NAME = "settings.json";

  private final JsonFile file;

  /** The file in that directory. */
  public SettingsFile(Path configDirectory) {
    this.file = new JsonFile(configDirectory.resolve(NAME));
  }

  /** What was saved last. Blocks. */
  public Settings load() {
    JsonNode json = file.read();
    Settings usual = Settings.DEFAULT;
    return new Settings(
            Json.parsed(json, "theme", Settings.Theme::valueOf).orElse(usual.theme()),
            Json.text(json, "language").orElse(usual.language()),
            usual.scalePercent(),
            window(json.path("window")),
            Json.number(json, "tree_width").filter(SettingsFile::isSize).orElse(usual.treeWidth()),
            Json.number(json, "tasks_height")
                .filter(SettingsFile::isSize)
                .orElse(usual.tasksHeight()),
            json.path("tasks_open").asBoolean(usual.tasksOpen()),
            Json.ref(json.path("selection")).orElse(null),
            Json.text(json, "code_language").orElse(usual.codeLanguage()))
        .withScalePercent(json.path("scale_percent").asInt(usual.scalePercent()));
  }

  /**
   * Writes them. Blocks.
   *
   * @throws java.io.UncheckedIOException when that is impossible
   */
  public void save(Settings settings) {
    ObjectNode json = JsonFile.object();
    json.put("theme", settings.theme().name());
    json.put("language", settings.language());
    json.put("scale_percent", settings.scalePercent());
    json.put("tree_width", settings.treeWidth());
    json.put("tasks_height", settings.tasksHeight());
    json.put("tasks_open", settings.tasksOpen());
    json.put("code_language", settings.codeLanguage());
    Settings.WindowPlace window = settings.window();
    if (window != null) {
      json.putObject("window")
          .put("x", window.x())
          .put("y", window.y())
          .put("width", window.width())
          .put("height", window.height())
          .put("maximized", window.maximized());
    }
    if (settings.selection() != null) {
      Json.putRef(json.putObject("selection"), settings.selection());
    }
    file.write(json);
  }

  private static Settings.@Nullable WindowPlace window(JsonNode json) {
    Optional<Double> x = Json.number(json, "x");
    Optional<Double> y = Json.number(json, "y");
    Optional<Double> width = Json.number(json, "width").filter(SettingsFile::isSize);
    Optional<Double> height = Json.number(json, "height").filter(SettingsFile::isSize);
    return x.isPresent() && y.isPresent() && width.isPresent() && height.isPresent()
        ? new Settings.WindowPlace(
            x.get(), y.get(), width.get(), height.get(), json.path("maximized").asBoolean(false))
        : null;
  }

  private static boolean isSize(double pixels) {
    return pixels > 0;
  }
}
