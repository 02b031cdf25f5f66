package lakebase.api;

import java.util.ArrayList;
import java.util.List;
import lakebase.model.Page;

/**
 * The pages of a list, each fetched when it is asked for. Not for use by several threads at once.
 */
public interface Pages<T> {

  /** Whether another page can be asked for; true before the first. */
  boolean hasNext();

  /**
   * Fetches the next page, which may be empty.
   *
   * @throws ApiException when the call fails
   * @throws InterruptedException when the thread is interrupted
   */
  Page<T> next() throws InterruptedException;

  /**
   * The items of all remaining pages.
   *
   * @throws ApiException when a call fails
   * @throws InterruptedException when the thread is interrupted
   */
  default List<T> all() throws InterruptedException {
    List<T> items = new ArrayList<>();
    while (hasNext()) {
      items.addAll(next().items());
    }
    return items;
  }
}
