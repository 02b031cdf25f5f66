package lakebase.disk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.model.ProjectName;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.ProjectEntry;
import lakebase.state.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * The last known inventory of each workspace, a file each, in a directory that may be deleted at
 * any time. Written and read project by project, so that a large one takes little memory. What the
 * service said beyond the model is not kept. Blocking; from any thread.
 */
public final class InventoryFiles {

  private static final Logger LOG = Logger.getLogger(InventoryFiles.class.getName());
  private static final int VERSION = 1;
  private static final String AS_OF = "projects_as_of";

  /**
   * What is kept of a workspace.
   *
   * @param user who was signed in; empty when not known
   */
  public record Kept(String user, Inventory inventory) {}

  private final Path directory;

  /** In that directory. */
  public InventoryFiles(Path cacheDirectory) {
    this.directory = cacheDirectory.resolve("inventories");
  }

  /** What was saved last, every list as it was read then; empty when there is nothing of use. */
  public Optional<Kept> load(WorkspaceId workspace) {
    Path path = path(workspace);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path));
        JsonParser parser = JsonFile.mapper().createParser(in)) {
      return read(parser);
    } catch (NoSuchFileException never) {
      return Optional.empty();
    } catch (JacksonException broken) {
      LOG.log(Level.INFO, "{0} is broken: {1}", new Object[] {path, broken.getOriginalMessage()});
      return Optional.empty();
    } catch (IOException unreadable) {
      LOG.log(Level.WARNING, "Cannot read {0}: {1}", new Object[] {path, unreadable.toString()});
      return Optional.empty();
    }
  }

  /**
   * Replaces what is kept of that workspace.
   *
   * @throws UncheckedIOException when that is impossible; what was kept is then as it was
   */
  public void save(WorkspaceId workspace, Kept kept) {
    new JsonFile(path(workspace))
        .write(out -> {
          try (JsonGenerator json = JsonFile.mapper().createGenerator(out)) {
            write(json, kept);
          }
        });
  }

  /** Keeps nothing of that workspace any more. */
  public void delete(WorkspaceId workspace) {
    try {
      Files.deleteIfExists(path(workspace));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot delete " + path(workspace), failed);
    }
  }

  /** Whatever an id is made of, it stays inside the directory. */
  private Path path(WorkspaceId workspace) {
    String name = URLEncoder.encode(workspace.value(), StandardCharsets.UTF_8).replace("*", "%2A");
    return directory.resolve("workspace-" + name + ".json");
  }

  private static void write(JsonGenerator json, Kept kept) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeStringField("user", kept.user());
    Instant asOf = kept.inventory().projects().asOf();
    if (asOf != null) {
      json.writeStringField(AS_OF, asOf.toString());
    }
    json.writeArrayFieldStart("projects");
    for (ProjectEntry entry : kept.inventory().projects().values()) {
      json.writeTree(EntryJson.write(entry));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static Optional<Kept> read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    Map<ProjectName, ProjectEntry> projects = new LinkedHashMap<>();
    Instant asOf = null;
    String user = "";
    int version = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "version" -> version = parser.getValueAsInt();
        case "user" -> user = parser.getValueAsString("");
        case AS_OF -> asOf = instant(parser.getValueAsString(""));
        case "projects" -> {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            EntryJson.project(parser.readValueAsTree())
                .ifPresent(entry -> projects.put(entry.project().name(), entry));
          }
        }
        default -> parser.skipChildren();
      }
    }
    return version == VERSION && asOf != null
        ? Optional.of(new Kept(user, new Inventory(Listing.remembered(projects, asOf))))
        : Optional.empty();
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException strange) {
      return null;
    }
  }
}
