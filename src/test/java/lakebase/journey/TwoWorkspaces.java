package lakebase.journey;

import static lakebase.journey.ManyConsole.PROD;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import lakebase.api.Connections;
import lakebase.api.Pacing;
import lakebase.api.PostgresApi;
import lakebase.local.LocalWorkspace;
import lakebase.local.Workspaces;
import lakebase.model.Change;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.Secret;
import lakebase.state.Settings;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.testkit.FakeSignIns;
import lakebase.tour.Ui;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A console that has the local workspace, and a real foreign one at {@link ManyConsole#PROD}. */
abstract class TwoWorkspaces {

  static final ProjectName SHOP = ProjectName.of("sample-shop");
  static final ProjectName BILLING = ProjectName.of("billing-eu");
  static final PseudoClass ORANGE = PseudoClass.getPseudoClass("workspace-orange");
  static final WorkspaceId OTHER = new WorkspaceId("w-other");

  @TempDir Path home;
  @TempDir Path away;

  final FakeSignIns signIns = new FakeSignIns();
  final Connections connections = new Connections(Pacing.standard());
  final List<ManyConsole> consoles = new ArrayList<>();
  @Nullable LocalWorkspace foreign;

  @BeforeEach
  void serve() throws InterruptedException {
    foreign = Workspaces.start(Workspaces.instant(away));
    direct().submit(new Change.Create(ProjectDraft.of("billing-eu", "Billing EU")));
    direct().submit(new Change.Create(ProjectDraft.of("shop-eu", "Shop EU")));
    signIns.session(PROD.value()).give(foreign().token(), Instant.now().plusSeconds(42 * 60 + 20));
    ManyConsole.keep(
        home, ManyConsole.at(PROD, "prod-eu", WorkspaceColour.ORANGE, foreign().baseUri()));
  }

  @AfterEach
  void end() {
    consoles.forEach(ManyConsole::close);
    connections.close();
    foreign().close();
  }

  LocalWorkspace foreign() {
    return Objects.requireNonNull(foreign);
  }

  /** The foreign workspace, as somebody else sees it. */
  PostgresApi direct() {
    Secret token = foreign().token();
    return connections.to(foreign().baseUri(), () -> token);
  }

  ManyConsole open() {
    return open(Settings.DEFAULT.withTheme(Settings.Theme.LIGHT));
  }

  ManyConsole open(Settings settings) {
    ManyConsole console = ManyConsole.open(home, settings, signIns);
    consoles.add(console);
    return console;
  }

  ManyConsole openAndRead() {
    ManyConsole console = open();
    console.waitUntilRead(WorkspaceId.LOCAL);
    console.waitUntilRead(PROD);
    return console;
  }

  /** Whether a hit of the search says so. */
  static boolean isHit(String text) {
    return !Ui.all(node ->
            node.getStyleClass().contains("hit-row")
                && node.getAccessibleText() != null
                && node.getAccessibleText().contains(text))
        .isEmpty();
  }
}
