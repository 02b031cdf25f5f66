package lakebase.ui.search;

import java.util.List;
import java.util.function.Consumer;
import lakebase.state.AppState;
import lakebase.state.SearchHit;
import lakebase.state.SearchIndex;
import lakebase.state.SearchQuery;
import lakebase.task.Job;
import lakebase.task.Outcome;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is typed from what is known, and again when more is known. The index is kept up to
 * date off the FX thread, and only while somebody searches. For the FX thread.
 */
final class SearchModel {

  /** How many hits are shown. */
  static final int LIMIT = 50;

  /**
   * An answer.
   *
   * @param state what the hits are shown from
   * @param searched how many resources were looked through
   * @param isComplete whether everything had been read
   */
  record Answer(
      SearchQuery query, List<SearchHit> hits, AppState state, int searched, boolean isComplete) {}

  private record Step(SearchIndex index, Answer answer) {}

  private final UiContext context;
  private final Consumer<Answer> onAnswer;
  private SearchIndex index = SearchIndex.EMPTY;
  private SearchQuery query = SearchQuery.of("");
  private @Nullable Job job;
  private boolean again;

  SearchModel(UiContext context, Consumer<Answer> onAnswer) {
    this.context = context;
    this.onAnswer = onAnswer;
  }

  /** That is in the field now; an empty text has no answer. */
  void type(String text) {
    query = SearchQuery.of(text);
    search();
  }

  /** The state is another. */
  void stateChanged() {
    search();
  }

  /** Nobody searches any more. */
  void end() {
    query = SearchQuery.of("");
    index = SearchIndex.EMPTY;
    if (job != null) {
      job.cancel();
      job = null;
    }
    again = false;
  }

  /** One search at a time; what happens meanwhile leads to one more. */
  private void search() {
    if (query.isEmpty()) {
      return;
    }
    if (job != null) {
      again = true;
      return;
    }
    again = false;
    AppState state = context.store().state();
    SearchQuery asked = query;
    SearchIndex known = index;
    job = () -> {};
    Job started = context.runner().run(() -> step(known, state, asked), this::done);
    if (job != null) {
      job = started;
    }
  }

  private static Step step(SearchIndex known, AppState state, SearchQuery query) {
    SearchIndex now = known.updated(state);
    List<SearchHit> hits = now.search(query, LIMIT);
    return new Step(now, new Answer(query, hits, state, now.size(), now.isComplete()));
  }

  private void done(Outcome<Step> outcome) {
    job = null;
    if (outcome instanceof Outcome.Success<Step>(var step)) {
      index = step.index;
      if (step.answer.query.equals(query)) {
        onAnswer.accept(step.answer);
      }
    }
    if (again) {
      search();
    }
  }
}
