package lakebase.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import lakebase.ui.Screenshot;
import lakebase.ui.Texts;

/**
 * Takes an open console through its main job by its own controls, prints each step with its
 * duration, and writes a picture of each screen. Runs on a thread of its own, not the FX thread.
 */
public final class Tour {

  private static final String PROJECT = "Tour";
  private static final String BRANCH = "feature";
  private static final String COMPUTE = "analytics";

  private final Texts texts;
  private final Scene scene;
  private final PrintStream out;
  private final Path pictures;
  private int picture;

  /**
   * A tour of the console in that scene.
   *
   * @param texts the language that the console speaks
   * @param out takes a line a step
   * @param pictures the directory of the pictures
   */
  public Tour(Texts texts, Scene scene, PrintStream out, Path pictures) {
    this.texts = texts;
    this.scene = scene;
    this.out = out;
    this.pictures = pictures;
  }

  private record Step(String text, Runnable action) {}

  /** Goes through the steps; false, after a line that says why, at the first that fails. */
  public boolean run() {
    List<Step> steps =
        List.of(
            new Step("tour.open", this::open),
            new Step("tour.project", this::createProject),
            new Step("tour.branch", this::createBranch),
            new Step("tour.compute", this::createCompute),
            new Step("tour.search", this::search),
            new Step("tour.edit", this::editCompute),
            new Step("tour.credential", this::generateCredential),
            new Step("tour.delete.compute", () -> delete(COMPUTE, false)),
            new Step("tour.delete.project", () -> delete(PROJECT, true)));
    for (Step step : steps) {
      if (!take(step)) {
        return false;
      }
    }
    out.println(texts.get("tour.done", pictures.toString()));
    return true;
  }

  private boolean take(Step step) {
    long started = System.nanoTime();
    try {
      step.action.run();
      out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(started), texts.get(step.text));
      return true;
    } catch (AssertionError | RuntimeException failure) {
      out.println(texts.get("tour.failed", texts.get(step.text), TourRun.reason(failure)));
      pictureOfFailure();
      return false;
    }
  }

  private void pictureOfFailure() {
    try {
      picture("failed");
    } catch (AssertionError | RuntimeException _) {
      // What failed is said; that it cannot be shown as well adds nothing.
    }
  }

  private static double seconds(long started) {
    return Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
  }

  private void open() {
    Ui.waitForText("Shop");
    picture("console");
  }

  private void createProject() {
    select(texts.get("workspace.local"));
    createFirst();
    Ui.type("field-display_name", PROJECT);
    picture("new-project");
    Ui.click("dialog-create");
    waitUntilDone();
    Ui.waitForText(PROJECT);
  }

  private void createBranch() {
    expand(PROJECT);
    Ui.click("new-branch");
    Ui.type("field-branch_id", BRANCH);
    Ui.click("choice-expiration-DAY");
    picture("new-branch");
    Ui.click("dialog-create");
    waitUntilDone();
    expand(BRANCH);
    picture("branch");
  }

  private void createCompute() {
    createFirst();
    Ui.type("field-endpoint_id", COMPUTE);
    picture("new-compute");
    Ui.click("dialog-create");
    waitUntilDone();
    select(COMPUTE);
    picture("compute");
  }

  /** Takes the first entry of the menu of what can be created: what fits the selection. */
  private static void createFirst() {
    Ui.press(KeyCode.N, Ui.Held.CTRL);
    Ui.press(KeyCode.ENTER);
  }

  private void search() {
    Ui.press(KeyCode.K, Ui.Held.CTRL);
    Ui.type(COMPUTE.substring(0, 4));
    Ui.waitForText(COMPUTE);
    picture("search");
    Ui.press(KeyCode.ENTER);
  }

  private void editCompute() {
    Ui.press(KeyCode.F2);
    Ui.type("max-autoscaling_limit", "4");
    Ui.waitForText("spec.autoscaling_limit_max_cu");
    picture("edit-compute");
    Ui.click("dialog-save");
    picture("tasks");
    waitUntilDone();
  }

  private void generateCredential() {
    Ui.click("generate-credential");
    Ui.waitForFocus("credential-copy");
    picture("credential");
    Ui.press(KeyCode.ESCAPE);
  }

  private void delete(String name, boolean typed) {
    select(name);
    Ui.press(KeyCode.DELETE);
    if (typed) {
      Ui.type("dialog-typed", "tour");
    }
    picture("delete-" + name.toLowerCase(Locale.ROOT));
    Ui.click("dialog-confirm");
    waitUntilDone();
  }

  /** Clicks that row of the tree: found and clicked in one go, as a cell may soon be another's. */
  private static void select(String name) {
    FxThread.waitFor(name + " in the tree", () -> !rows(name).isEmpty());
    FxThread.run(() -> Ui.click(rows(name).getFirst(), 1));
    FxThread.settle();
  }

  /** Clicks that row of the tree, which is closed, and opens it. */
  private static void expand(String name) {
    select(name);
    Ui.press(KeyCode.RIGHT);
  }

  private static List<Node> rows(String name) {
    // An empty cell keeps the words of the row that it had.
    return Ui.all(node -> node instanceof TreeCell<?> cell && !cell.isEmpty() && reads(cell, name));
  }

  private static boolean reads(Node cell, String name) {
    return cell.lookupAll(".label").stream().anyMatch(label -> Ui.text(label).equals(name));
  }

  private static void waitUntilDone() {
    FxThread.waitFor("the dialog to close", () -> !Ui.isShown("dialog-title"));
    FxThread.waitFor("the tasks to end", () -> !Ui.isShown("tasks-running"));
  }

  private void picture(String name) {
    picture++;
    FxThread.settle();
    Path file = pictures.resolve(String.format(Locale.ROOT, "%02d-%s.png", picture, name));
    FxThread.run(() -> write(file));
  }

  private void write(Path file) {
    try {
      Screenshot.write(scene, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
