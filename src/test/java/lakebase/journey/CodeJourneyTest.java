package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import lakebase.code.Language;
import lakebase.model.BranchName;
import lakebase.model.CredentialRequest;
import lakebase.model.EndpointName;
import lakebase.model.ProjectName;
import lakebase.state.BackgroundTask;
import lakebase.state.Settings;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions as code in the real console: in a dialog, in the tasks, in the journal. */
@FxTest
class CodeJourneyTest {

  private static final ProjectName PROJECT = ProjectName.of("sample-shop");
  private static final BranchName BRANCH = PROJECT.branch("development");
  private static final EndpointName COMPUTE = BRANCH.endpoint("primary");

  @TempDir private Path home;

  private @Nullable Console opened;

  @BeforeEach
  void open() {
    opened = Console.open(home);
  }

  @AfterEach
  void close() {
    console().close();
  }

  private Console console() {
    return Objects.requireNonNull(opened);
  }

  @Test
  void whatADialogShowsIsWhatTheTaskAndTheJournalShow() {
    console().go(COMPUTE);
    Ui.press(KeyCode.F2);
    Ui.type("max-autoscaling_limit", "4");
    Ui.click("code-CLI");
    String shown = Ui.find("code-text", Label.class).getText();
    assertThat(shown)
        .startsWith("databricks postgres update-endpoint " + COMPUTE)
        .contains("\"autoscaling_limit_max_cu\": 4");
    Ui.click("dialog-save");
    console().waitUntilDone();

    BackgroundTask task = console().state().tasks().getFirst();
    assertThat(Objects.requireNonNull(task.request()).method()).isEqualTo("PATCH");
    openDetails();
    assertThat(Ui.find("code-text", Label.class).getText()).isEqualTo(shown);
    Fx.snapshot(Ui.find("task-details").getScene(), "code-in-tasks");
    Ui.press(KeyCode.ESCAPE);

    selectRequest("PATCH");
    assertThat(Ui.find("request-CLI", ToggleButton.class).isSelected()).isTrue();
    assertThat(bodies().getText().strip()).isEqualTo(shown.strip());
    Fx.snapshot(console().scene(), "code-in-requests");
    Ui.click("request-HTTP");
    assertThat(bodies().getText()).contains("PATCH ", "← 200");
    Fx.waitFor("the choice", () -> settings().codeLanguage().equals("HTTP"));
  }

  @Test
  void noSecretIsInAnyText() throws InterruptedException {
    String token =
        console().api().generateCredential(new CredentialRequest(COMPUTE, null)).token().reveal();
    console().go(COMPUTE);
    selectRequest("POST");
    TableView<?> table = Ui.find("requests-table", TableView.class);
    for (Language language : Language.values()) {
      Ui.click("request-" + language);
      for (int row = 0; row < table.getItems().size(); row++) {
        int at = row;
        Fx.run(() -> table.getSelectionModel().select(at));
        assertThat(bodies().getText()).isNotBlank().doesNotContain(token).doesNotContain("eyJ");
      }
    }
  }

  private void openDetails() {
    ListView<?> list = Ui.find("tasks-list", ListView.class);
    Fx.run(() -> {
      list.requestFocus();
      list.getSelectionModel().select(0);
    });
    Ui.press(KeyCode.ENTER);
  }

  private void selectRequest(String method) {
    Fx.run(() ->
        Ui.all(TabPane.class::isInstance).stream()
            .map(TabPane.class::cast)
            .forEach(tabs ->
                tabs.getTabs().stream()
                    .filter(tab -> "tab-request".equals(tab.getId()))
                    .forEach(tab -> tabs.getSelectionModel().select(tab))));
    Fx.settle();
    TableView<?> table = Ui.find("requests-table", TableView.class);
    Fx.waitFor(method, () -> indexOf(table, method) >= 0);
    Fx.run(() -> table.getSelectionModel().select(indexOf(table, method)));
    Fx.settle();
  }

  private static int indexOf(TableView<?> table, String method) {
    List<?> items = List.copyOf(table.getItems());
    for (int at = 0; at < items.size(); at++) {
      if (items.get(at).toString().contains("method=" + method + ",")) {
        return at;
      }
    }
    return -1;
  }

  private static TextArea bodies() {
    return Ui.find("request-bodies", TextArea.class);
  }

  private Settings settings() {
    return console().state().settings();
  }
}
