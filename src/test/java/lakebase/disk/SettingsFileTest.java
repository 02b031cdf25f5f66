package lakebase.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.Logger;
import java.util.stream.Stream;
import lakebase.model.ProjectName;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.WorkspaceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

  /** What is said of broken files is for their owner, not for the build's output. */
  private static final Logger LOG = Logger.getLogger(JsonFile.class.getName());

  @BeforeAll
  static void quiet() {
    LOG.setUseParentHandlers(false);
  }

  @AfterAll
  static void loud() {
    LOG.setUseParentHandlers(true);
  }

  @TempDir private Path directory;

  static Stream<Settings> settings() {
    Settings all =
        new Settings(
            Settings.Theme.DARK,
            "de",
            125,
            new Settings.WindowPlace(-10.5, 20, 1280, 820, true),
            320.5,
            200,
            false,
            Ref.of(WorkspaceId.LOCAL, ProjectName.of("shop").branch("dev").endpoint("primary")),
            "TERRAFORM");
    return Stream.of(
        Settings.DEFAULT,
        all,
        all.withWindow(null).withSelection(Ref.of(WorkspaceId.LOCAL)),
        all.withSelection(null).withTheme(Settings.Theme.LIGHT));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void whatIsSavedIsLoaded(Settings settings) {
    new SettingsFile(directory).save(settings);
    assertThat(new SettingsFile(directory).load()).isEqualTo(settings);
  }

  @Test
  void aFirstStartHasTheDefaults() {
    assertThat(new SettingsFile(directory.resolve("not-there")).load()).isEqualTo(Settings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"theme\": \"DARK\"", "[1]", "null", "\u0000\u0001", "<html>"})
  void aBrokenFileIsKeptAsideAndTheDefaultsHold(String content) throws IOException {
    Files.writeString(file(), content);
    assertThat(new SettingsFile(directory).load()).isEqualTo(Settings.DEFAULT);
    assertThat(directory.resolve("settings.json.broken")).hasContent(content);
    assertThat(file()).doesNotExist();

    Settings dark = Settings.DEFAULT.withTheme(Settings.Theme.DARK);
    new SettingsFile(directory).save(dark);
    assertThat(new SettingsFile(directory).load()).isEqualTo(dark);
  }

  @Test
  void whatDoesNotFitIsAsUsualAndTheRestHolds() throws IOException {
    Files.writeString(
        file(),
        """
        {"theme": "PURPLE", "language": 7, "scale_percent": 900, "tree_width": -4,
         "tasks_height": "high", "window": {"x": 1}, "tasks_open": false, "future": {"a": 1},
         "selection": {"workspace": "local", "name": "projects/../etc"}}
        """);
    assertThat(new SettingsFile(directory).load())
        .isEqualTo(Settings.DEFAULT.withScalePercent(200).withPanes(306, 185, false));
  }

  @Test
  void onlyTheOwnerCanReadItAndNothingElseIsLeft() throws IOException {
    SettingsFile settings = new SettingsFile(directory);
    settings.save(Settings.DEFAULT);
    settings.save(Settings.DEFAULT);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file());
    }
    if (Files.getFileAttributeView(file(), PosixFileAttributeView.class) != null) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
    }
  }

  private Path file() {
    return directory.resolve(SettingsFile.NAME);
  }
}
