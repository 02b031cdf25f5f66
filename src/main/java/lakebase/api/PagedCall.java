package lakebase.api;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lakebase.model.Page;

/**
 * Fetches the pages of one list (contract §5). A failed page can be asked for again; a service that
 * never comes to an end is not followed for ever.
 */
final class PagedCall<T> implements Pages<T> {

  /** More pages than the most resources that a workspace or branch may have (contract §8.1). */
  static final int MOST_PAGES = 1_000;

  private static final String PAGE_SIZE = "100";

  /** Asks for one page. */
  @FunctionalInterface
  interface Fetch<T> {
    Page<T> fetch(ApiRequest request) throws InterruptedException;
  }

  private final String path;
  private final Map<String, String> query;
  private final Fetch<T> fetch;
  private final Function<String, ApiException> endless;
  private final Set<String> asked = new HashSet<>();
  private String token = "";
  private boolean ended;

  /**
   * The list at that path.
   *
   * @param query what every page is asked for with
   * @param endless makes the failure of a list that does not end, of the request's summary
   */
  PagedCall(
      String path,
      Map<String, String> query,
      Fetch<T> fetch,
      Function<String, ApiException> endless) {
    this.path = path;
    this.query = query;
    this.fetch = fetch;
    this.endless = endless;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Page<T> next() throws InterruptedException {
    if (ended) {
      throw new IllegalStateException("the last page has been fetched");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("page_size", PAGE_SIZE);
    if (!token.isEmpty()) {
      parameters.put("page_token", token);
    }
    parameters.putAll(query);
    ApiRequest request = ApiRequest.get(path, parameters);
    Page<T> page = fetch.fetch(request);
    asked.add(token);
    if (page.hasNext() && (asked.contains(page.nextPageToken()) || asked.size() >= MOST_PAGES)) {
      ended = true;
      throw endless.apply(request.summary());
    }
    token = page.nextPageToken();
    ended = !page.hasNext();
    return page;
  }
}
