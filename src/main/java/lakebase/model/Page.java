package lakebase.model;

import java.util.List;

/**
 * One page of a list (contract §5).
 *
 * @param items in the service's order
 * @param nextPageToken asks for the next page; empty on the last
 */
public record Page<T>(List<T> items, String nextPageToken) {

  public Page {
    items = List.copyOf(items);
  }

  /** Whether another page follows. */
  public boolean hasNext() {
    return !nextPageToken.isEmpty();
  }
}
