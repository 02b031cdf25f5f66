package lakebase.ui.tree;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import lakebase.state.AppState;
import lakebase.state.SearchIndex;
import lakebase.state.SearchQuery;
import lakebase.state.TreeFilter;
import lakebase.task.Job;
import lakebase.task.Outcome;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is typed into a filter: a moment after the last key, off the FX thread, and again when
 * more is known. For the FX thread.
 */
final class FilterModel {

  private static final Duration AFTER_KEY = Duration.millis(120);
  private static final Duration AFTER_CHANGE = Duration.millis(400);

  private record Found(SearchIndex index, TreeFilter filter) {}

  private final UiContext context;
  private final Consumer<TreeFilter> onFilter;
  private final PauseTransition afterKey = new PauseTransition(AFTER_KEY);
  private final PauseTransition afterChange = new PauseTransition(AFTER_CHANGE);
  private SearchQuery query = SearchQuery.of("");
  private SearchIndex index = SearchIndex.EMPTY;
  private @Nullable Job job;

  FilterModel(UiContext context, Consumer<TreeFilter> onFilter) {
    this.context = context;
    this.onFilter = onFilter;
    afterKey.setOnFinished(_ -> find());
    afterChange.setOnFinished(_ -> find());
  }

  /** That is in the filter box now. */
  void type(String text) {
    query = SearchQuery.of(text);
    cancel();
    if (query.isEmpty()) {
      index = SearchIndex.EMPTY;
      onFilter.accept(TreeFilter.OFF);
    } else {
      afterKey.playFromStart();
    }
  }

  /** The state is another. */
  void stateChanged() {
    boolean waits =
        afterKey.getStatus() == PauseTransition.Status.RUNNING
            || afterChange.getStatus() == PauseTransition.Status.RUNNING;
    if (!query.isEmpty() && !waits) {
      afterChange.playFromStart();
    }
  }

  /** Nothing is looked for any more until something is typed. */
  void cancel() {
    afterKey.stop();
    afterChange.stop();
    if (job != null) {
      job.cancel();
      job = null;
    }
  }

  private void find() {
    cancel();
    AppState state = context.store().state();
    SearchQuery asked = query;
    SearchIndex known = index;
    job =
        context
            .runner()
            .run(
                () -> {
                  SearchIndex now = known.updated(state);
                  return new Found(now, TreeFilter.of(now, asked));
                },
                this::found);
  }

  private void found(Outcome<Found> outcome) {
    if (outcome instanceof Outcome.Success<Found>(var found)
        && found.filter.query().equals(query)) {
      index = found.index;
      onFilter.accept(found.filter);
    }
  }
}
