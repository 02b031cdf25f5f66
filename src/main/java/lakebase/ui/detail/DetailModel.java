package lakebase.ui.detail;

import lakebase.state.AppState;
import lakebase.state.Ref;

/**
 * Decides what a page shows. Plain functions, so that it can be tried without a toolkit.
 *
 * @param <S> what of the state the page depends on; equal when nothing changed for it
 * @param <C> the content of its tabs
 */
public interface DetailModel<S, C> {

  /** What of the state the page of this depends on. */
  S source(AppState state, Ref ref);

  /** The page as of now. */
  Page<C> page(S source);
}
