package lakebase.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lakebase.model.ProjectName;
import lakebase.state.AppState;
import lakebase.state.Inventory;
import lakebase.state.ProjectEntry;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;

/**
 * Puts many small changes into few updates of the store: the first at once, those that follow
 * together, an interval after the last update was carried out, or with the next one that somebody
 * waits for. Their order is kept. A single update takes at most {@value #MOST} changes, so that the
 * FX thread is never held for long. From any thread.
 */
final class StoreBatches {

  /** How many changes one update takes. */
  static final int MOST = 400;

  /** The time from one update to the next. */
  static final Duration INTERVAL = Duration.ofMillis(50);

  private sealed interface Step {

    WorkspaceId workspace();
  }

  private record WorkspaceStep(WorkspaceId workspace, UnaryOperator<Workspace> change)
      implements Step {}

  private record ProjectStep(
      WorkspaceId workspace, ProjectName project, UnaryOperator<ProjectEntry> change)
      implements Step {}

  /** The next update of the store. */
  private enum Next {
    /** Not asked for. */
    NONE,
    /** When the interval is over. */
    LATER,
    /** Asked for. */
    NOW
  }

  private final Store store;
  private final Delay delay;
  private final Clock clock;
  private final List<Step> waiting = new ArrayList<>();
  private Next next = Next.NONE;
  private Instant last = Instant.MIN;

  StoreBatches(Store store, Delay delay, Clock clock) {
    this.store = store;
    this.delay = delay;
    this.clock = clock;
  }

  /** Changes a workspace soon; nothing when it is not known then. */
  void change(WorkspaceId workspace, UnaryOperator<Workspace> change) {
    add(new WorkspaceStep(workspace, change));
  }

  /** Changes the inventory of a workspace soon. */
  void changeInventory(WorkspaceId workspace, UnaryOperator<Inventory> change) {
    change(workspace, found -> found.withInventory(change.apply(found.inventory())));
  }

  /** Changes the entry of a project soon; nothing when it is not known then. */
  void changeProject(
      WorkspaceId workspace, ProjectName project, UnaryOperator<ProjectEntry> change) {
    add(new ProjectStep(workspace, project, change));
  }

  /** Does not wait for the interval: somebody sees nothing until then. */
  void hurry() {
    synchronized (this) {
      if (next == Next.NOW || waiting.isEmpty()) {
        return;
      }
      next = Next.NOW;
    }
    store.update(this::flush);
  }

  private void add(Step step) {
    Next asked;
    synchronized (this) {
      waiting.add(step);
      if (next != Next.NONE) {
        return;
      }
      asked = last.isBefore(clock.instant().minus(INTERVAL)) ? Next.NOW : Next.LATER;
      next = asked;
    }
    start(asked);
  }

  private void start(Next asked) {
    switch (asked) {
      case NONE -> {}
      case LATER -> delay.after(INTERVAL, this::intervalOver);
      case NOW -> store.update(this::flush);
    }
  }

  private void intervalOver() {
    synchronized (this) {
      if (next != Next.LATER) {
        return;
      }
      next = Next.NOW;
    }
    store.update(this::flush);
  }

  /** On the store's thread. The next update is asked for only now, so that none pile up. */
  private AppState flush(AppState state) {
    List<Step> steps;
    Next asked;
    synchronized (this) {
      List<Step> first = waiting.subList(0, Math.min(MOST, waiting.size()));
      steps = List.copyOf(first);
      first.clear();
      last = clock.instant();
      asked = waiting.isEmpty() ? Next.NONE : Next.LATER;
      next = asked;
    }
    start(asked);
    return apply(state, steps);
  }

  /** Changes of projects that follow each other copy the list of all projects once. */
  private static AppState apply(AppState state, List<Step> steps) {
    AppState now = state;
    int at = 0;
    while (at < steps.size()) {
      Step step = steps.get(at);
      if (step instanceof WorkspaceStep(var id, var change)) {
        now = now.changeWorkspace(id, change);
        at++;
      } else {
        int end = at;
        while (end < steps.size()
            && steps.get(end) instanceof ProjectStep other
            && other.workspace.equals(step.workspace())) {
          end++;
        }
        List<Step> run = steps.subList(at, end);
        now = now.changeInventory(step.workspace(), inventory -> applyAll(inventory, run));
        at = end;
      }
    }
    return now;
  }

  private static Inventory applyAll(Inventory inventory, List<Step> steps) {
    Map<ProjectName, ProjectEntry> changed = new LinkedHashMap<>();
    for (Step step : steps) {
      if (step instanceof ProjectStep(var _, var project, var change)) {
        ProjectEntry entry = changed.getOrDefault(project, inventory.projects().get(project));
        if (entry != null) {
          changed.put(project, change.apply(entry));
        }
      }
    }
    return new Inventory(inventory.projects().withAll(changed));
  }
}
